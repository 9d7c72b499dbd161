package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.time.Instant;

/** The server's certificate begins in the future. */
public final class CertificateNotYetValid extends LeafCheck {
  public CertificateNotYetValid() {
    super(
        "certificate-not-yet-valid",
        "Has the certificate's validity begun?",
        Remedies.install(
            "Put a certificate in place that is valid now. If this one was just made, the clock of"
                + " the machine that made it may be ahead."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    Instant now = context.facts().observedAt();
    if (!now.isBefore(leaf.notBefore())) {
      return Judgement.pass();
    }
    return finding(warningOrError(context), context, "-subject -dates")
        .title(
            "the certificate is not valid for another "
                + Words.duration(Duration.between(now, leaf.notBefore())))
        .evidence("not before " + leaf.notBefore(), "observed   " + now + " by our own clock")
        .evidence("subject " + leaf.subject())
        .why(whyTrust(context))
        .see(Reference.rfc(5280, "4.1.2.5"))
        .fail();
  }
}
