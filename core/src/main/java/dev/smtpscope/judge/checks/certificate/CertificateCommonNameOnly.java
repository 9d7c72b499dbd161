package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.pki.NameMatcher;
import dev.smtpscope.target.HostName;

/** The host's name stands in the common name alone. */
public final class CertificateCommonNameOnly extends LeafCheck {
  public CertificateCommonNameOnly() {
    super(
        "certificate-common-name-only",
        "Is the host's name a DNS name of the certificate?",
        Remedies.install(
            "Get a certificate with the host's name as a DNS name (subjectAltName). Every public"
                + " authority does so; with openssl req, give -addext"
                + " subjectAltName=DNS:mail.example.org."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return whereNamed(context);
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    HostName host = context.referenceName().orElseThrow();
    if (NameMatcher.match(leaf, host) != NameMatcher.Match.COMMON_NAME_ONLY) {
      return Judgement.pass();
    }
    Severity severity = context.role().isSubmission() ? Severity.WARNING : Severity.NOTICE;
    return finding(severity, context, "-subject -ext subjectAltName")
        .title("only the common name of the certificate matches " + host)
        .evidence("subject " + leaf.subject(), "DNS names none")
        .why(
            "The common name no longer counts as a host name. Some clients still look at it, newer"
                + " ones refuse the certificate.")
        .see(Reference.rfc(9525, "6.3"))
        .fail();
  }
}
