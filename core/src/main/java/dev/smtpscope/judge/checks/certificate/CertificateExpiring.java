package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.text.Words;
import java.time.Duration;

/** The server's certificate runs out soon. */
public final class CertificateExpiring extends LeafCheck {
  public CertificateExpiring() {
    super(
        "certificate-expiring",
        "Does the certificate expire soon?",
        Remedies.install(
            "Renew the certificate and reload the server. If renewal is automatic, find out why it"
                + " did not happen: it is usually done when a third of the lifetime is left."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    Duration left = Duration.between(context.facts().observedAt(), leaf.notAfter());
    if (left.isNegative() || left.compareTo(threshold(context, leaf)) >= 0) {
      return Judgement.pass();
    }
    return finding(Severity.WARNING, context, "-subject -enddate")
        .title("the certificate expires in " + Words.duration(left))
        .evidence("not after " + leaf.notAfter(), "subject " + leaf.subject())
        .why("Once it has expired, clients that check certificates refuse the connection.")
        .see(Reference.rfc(5280, "4.1.2.5"))
        .fail();
  }

  /** Public authorities issue for less than the usual warning time; a third is left by design. */
  private static Duration threshold(EndpointContext context, CertificateDetails leaf) {
    Duration usual = context.rules().thresholds().expiryWarning();
    Duration third = Duration.between(leaf.notBefore(), leaf.notAfter()).dividedBy(3);
    return Paths.isPubliclyTrusted(context) && third.compareTo(usual) < 0 ? third : usual;
  }
}
