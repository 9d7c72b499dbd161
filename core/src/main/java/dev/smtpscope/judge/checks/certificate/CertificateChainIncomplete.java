package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.pki.PathVerdict;
import java.util.List;

/** An issuer on the way to a trusted root is missing. */
public final class CertificateChainIncomplete extends LeafCheck {
  public CertificateChainIncomplete() {
    super(
        "certificate-chain-incomplete",
        "Does the server send the intermediate certificates?",
        Remedies.install(
            "Append the intermediate certificates of your authority to the server's certificate,"
                + " in the order of issue. Certbot's fullchain.pem has them; cert.pem has not. If"
                + " the issuer is a private authority, clients must be given its root."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    return context.path().orElseThrow()
            instanceof PathVerdict.Incomplete(var path, var issuer, var urls)
        ? chainFinding(trust(context), context)
            .title("the certificate chain is incomplete: an issuer is missing")
            .evidence(Paths.lines(path))
            .evidence("issued by " + issuer + ", not sent and no root we know")
            .evidence(urls.stream().map(url -> "the issuer is said to be at " + url).toList())
            .why(why(context, urls))
            .see(Reference.rfc(8446, "4.4.2"))
            .fail()
        : Judgement.pass();
  }

  private static String why(EndpointContext context, List<String> urls) {
    String cause =
        urls.isEmpty()
            ? "Either an intermediate was left out, or a private authority issued it. "
            : "Browsers fetch a missing intermediate by themselves and hide the fault; mail"
                + " software does not. ";
    return cause + whyTrust(context);
  }
}
