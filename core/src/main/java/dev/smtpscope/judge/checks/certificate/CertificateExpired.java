package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.time.Instant;

/** The server's certificate has run out. */
public final class CertificateExpired extends LeafCheck {
  public CertificateExpired() {
    super(
        "certificate-expired",
        "Has the certificate expired?",
        Remedies.install(
            "Renew the certificate, put it in place of the old one and reload the server. If it"
                + " was renewed already, the server still holds the old file: reload it, and let"
                + " the renewal tool do so from now on."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    Instant now = context.facts().observedAt();
    if (!now.isAfter(leaf.notAfter())) {
      return Judgement.pass();
    }
    String ago = Words.duration(Duration.between(leaf.notAfter(), now));
    return finding(warningOrError(context), context, "-subject -dates")
        .title("the certificate expired " + ago + " ago")
        .evidence("not after " + leaf.notAfter(), "observed  " + now)
        .evidence("subject " + leaf.subject())
        .why(whyTrust(context))
        .see(Reference.rfc(5280, "4.1.2.5"))
        .fail();
  }
}
