package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.software.Product;

/** How a certificate is put in place; the names in it stand for the reader's own. */
final class Remedies {
  private Remedies() {}

  /** Where the certificate, followed by its intermediates, is configured. */
  static Remedy install(String advice) {
    return Remedy.of(advice)
        .on(
            Product.POSTFIX,
            "/etc/postfix/main.cf",
            "# key first, then certificate, then intermediates; afterwards: postfix reload",
            "smtpd_tls_chain_files = /etc/postfix/mail.example.org.pem")
        .on(
            Product.EXIM,
            "Exim's main configuration",
            "tls_certificate = /etc/exim4/mail.example.org.fullchain.pem",
            "tls_privatekey = /etc/exim4/mail.example.org.key")
        .on(
            Product.OPENSMTPD,
            "smtpd.conf",
            "pki mail.example.org cert \"/etc/ssl/mail.example.org.fullchain.pem\"",
            "pki mail.example.org key \"/etc/ssl/private/mail.example.org.key\"")
        .on(
            Product.SENDMAIL,
            "/etc/mail/sendmail.mc",
            "define(`confSERVER_CERT', `/etc/mail/certs/mail.example.org.fullchain.pem')dnl",
            "define(`confSERVER_KEY', `/etc/mail/certs/mail.example.org.key')dnl")
        .on(
            Product.EXCHANGE,
            "Exchange Management Shell",
            "Import-ExchangeCertificate -FileData ([IO.File]::ReadAllBytes('C:\\mail.pfx'))"
                + " -Password (Read-Host -AsSecureString)",
            "Enable-ExchangeCertificate -Thumbprint THUMBPRINT -Services SMTP")
        .on(
            Product.HARAKA,
            "config/tls.ini",
            "cert=mail.example.org.fullchain.pem",
            "key=mail.example.org.key");
  }
}
