package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import java.time.Instant;
import java.util.List;

/** An authority's certificate that the server sends has run out. */
public final class CertificateIntermediateExpired extends LeafCheck {
  public CertificateIntermediateExpired() {
    super(
        "certificate-intermediate-expired",
        "Are the intermediate certificates valid?",
        Remedies.install(
            "Replace the intermediate certificates with those that the authority gives out now,"
                + " behind the server's own certificate, and reload the server."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    Instant now = context.facts().observedAt();
    List<String> outdated =
        Paths.onPath(context).stream()
            .filter(s -> s.position() > 0 && isOutside(now, s.details()))
            .map(s -> "#" + s.position() + " " + s.details().subject() + ": " + period(s.details()))
            .toList();
    return outdated.isEmpty()
        ? Judgement.pass()
        : chainFinding(warningOrError(context), context)
            .title("an intermediate certificate is not valid now")
            .evidence(outdated)
            .why(whyTrust(context))
            .fail();
  }

  private static boolean isOutside(Instant now, CertificateDetails details) {
    return now.isAfter(details.notAfter()) || now.isBefore(details.notBefore());
  }

  private static String period(CertificateDetails details) {
    return "valid from " + details.notBefore() + " to " + details.notAfter();
  }
}
