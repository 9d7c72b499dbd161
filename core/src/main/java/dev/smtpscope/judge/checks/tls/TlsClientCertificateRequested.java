package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.software.Product;

/** The server asks for a client certificate. */
public final class TlsClientCertificateRequested extends SessionCheck {
  public TlsClientCertificateRequested() {
    super(
        "tls-client-certificate-requested",
        "Does the server ask for a client certificate?",
        Remedy.of("Ask for client certificates only where you make use of them.")
            .on(Product.POSTFIX, "/etc/postfix/main.cf", "smtpd_tls_ask_ccert = no")
            .on(Product.EXIM, "Exim's main configuration", "tls_try_verify_hosts =")
            .on(
                Product.OPENSMTPD,
                "smtpd.conf",
                "listen on 0.0.0.0 tls pki mail.example.org  # without verify")
            .on(Product.SENDMAIL, "/etc/mail/sendmail.mc", "define(`confTLS_SRV_OPTIONS', `V')dnl")
            .on(Product.HARAKA, "config/tls.ini", "requestCert=false"));
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    return session
        .clientCertificateRequest()
        .map(request ->
            finding(Severity.INFO, context)
                .title("the server asks for a client certificate, and does without one")
                .evidence(
                    "CertificateRequest; acceptable authorities named: " + request.authorities())
                .why(
                    "It does no harm to most clients. A few ask their user to choose a certificate,"
                        + " and a long list of authorities makes every handshake longer.")
                .see(Reference.rfc(8446, "4.3.2"))
                .fail())
        .orElse(Judgement.pass());
  }
}
