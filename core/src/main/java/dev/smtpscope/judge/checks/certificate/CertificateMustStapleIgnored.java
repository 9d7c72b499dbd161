package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.software.Product;

/** The certificate asks for a stapled OCSP response, and none came. */
public final class CertificateMustStapleIgnored extends LeafCheck {
  public CertificateMustStapleIgnored() {
    super(
        "certificate-must-staple-ignored",
        "Does the server staple where its certificate demands it?",
        Remedy.of(
                "Have the certificate issued without the TLS feature extension (must-staple), or"
                    + " let the server staple OCSP responses. Few mail servers can; Exim is"
                    + " one of them.")
            .on(
                Product.EXIM,
                "Exim's main configuration",
                "tls_ocsp_file = /etc/exim4/mail.example.org.ocsp.der")
            .on(
                Product.POSTFIX,
                "shell",
                "certbot certonly --force-renewal -d mail.example.org  # without --must-staple"));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    boolean stapled = context.session().flatMap(TlsSession::ocspStaple).isPresent();
    return !leaf.mustStaple() || stapled
        ? Judgement.pass()
        : FindingBuilder.of(
                id(), context.role().isSubmission() ? Severity.WARNING : Severity.NOTICE, context)
            .fix(remedies().getFirst())
            .title("the certificate demands a stapled OCSP response, but none was sent")
            .evidence("TLS feature: status_request", "no OCSP response in the handshake")
            .why("Clients that honour the demand break the handshake off.")
            .see(Reference.rfc(7633, "4.2.3.1"))
            .reproduce(Reproduce.openssl(context, "-status"))
            .fail();
  }
}
