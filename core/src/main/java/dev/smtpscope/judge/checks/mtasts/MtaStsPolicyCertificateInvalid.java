package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.sender.ResultType;

/** The certificate of the host that serves the policy does not hold. */
public final class MtaStsPolicyCertificateInvalid extends PolicyCheck {
  public MtaStsPolicyCertificateInvalid() {
    super(
        "mta-sts-policy-certificate-invalid",
        "Does the policy host's certificate hold?",
        Remedy.of(
            "Install a certificate of a public authority for mta-sts.DOMAIN on the web server that"
                + " has the policy, with its intermediates, and have it renewed automatically."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return whereAnnounced(context);
  }

  @Override
  public Judgement judge(DomainContext context) {
    return broken(
        context,
        ResultType.STS_WEBPKI_INVALID,
        "the certificate of " + MtaSts.host(context.domain()) + " does not hold",
        "A policy counts only when it comes from a host with a trusted certificate for the name.");
  }
}
