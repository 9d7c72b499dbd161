package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.pki.PathVerdict;

/** The certificates of the chain do not hold together. */
public final class CertificateChainBroken extends LeafCheck {
  public CertificateChainBroken() {
    super(
        "certificate-chain-broken",
        "Does the certificate chain hold together?",
        Remedies.install(
            "Put the chain together anew from what the authority delivered: the server's"
                + " certificate, then the certificate that issued it, and so on."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    return context.path().orElseThrow() instanceof PathVerdict.Broken(var path, var reason)
        ? chainFinding(trust(context), context)
            .title("the certificate chain is broken")
            .evidence(reason)
            .evidence(Paths.lines(path))
            .why(whyTrust(context))
            .fail()
        : Judgement.pass();
  }
}
