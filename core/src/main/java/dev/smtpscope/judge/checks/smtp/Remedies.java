package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.software.Product;

/** Configuration that several checks advise. The names in it stand for the reader's own. */
final class Remedies {
  static final String POSTFIX_MAIN = "/etc/postfix/main.cf";
  static final String POSTFIX_MASTER = "/etc/postfix/master.cf";
  static final String EXIM_MAIN = "Exim's main configuration";
  static final String SMTPD_CONF = "smtpd.conf";
  static final String SENDMAIL_MC = "/etc/mail/sendmail.mc";
  static final String EXCHANGE_SHELL = "Exchange Management Shell";

  private Remedies() {}

  /** Listening on every address, relay and submission. */
  static Remedy listen(String advice) {
    return Remedy.of(advice)
        .on(Product.POSTFIX, POSTFIX_MAIN, "inet_interfaces = all", "inet_protocols = all")
        .on(
            Product.EXIM,
            EXIM_MAIN,
            "local_interfaces = <; ::0 ; 0.0.0.0",
            "daemon_smtp_ports = 25 : 465 : 587",
            "tls_on_connect_ports = 465")
        .on(
            Product.OPENSMTPD,
            SMTPD_CONF,
            "listen on 0.0.0.0 tls pki mail.example.org",
            "listen on :: tls pki mail.example.org")
        .on(
            Product.SENDMAIL,
            SENDMAIL_MC,
            "DAEMON_OPTIONS(`Port=smtp, Name=MTA')dnl",
            "DAEMON_OPTIONS(`Port=smtp, Family=inet6, Name=MTA6')dnl")
        .on(
            Product.EXCHANGE,
            EXCHANGE_SHELL,
            "Set-ReceiveConnector \"Default Frontend SERVER\" -Bindings 0.0.0.0:25,[::]:25")
        .on(Product.HARAKA, "config/smtp.ini", "listen=[::0]:25,[::0]:587");
  }

  /** A certificate and STARTTLS. */
  static Remedy startTls(String advice) {
    return Remedy.of(advice)
        .on(
            Product.POSTFIX,
            POSTFIX_MAIN,
            "smtpd_tls_chain_files = /etc/postfix/mail.example.org.pem",
            "smtpd_tls_security_level = may")
        .on(
            Product.EXIM,
            EXIM_MAIN,
            "tls_advertise_hosts = *",
            "tls_certificate = /etc/exim4/mail.example.org.fullchain.pem",
            "tls_privatekey = /etc/exim4/mail.example.org.key")
        .on(
            Product.OPENSMTPD,
            SMTPD_CONF,
            "pki mail.example.org cert \"/etc/ssl/mail.example.org.fullchain.pem\"",
            "pki mail.example.org key \"/etc/ssl/private/mail.example.org.key\"",
            "listen on 0.0.0.0 tls pki mail.example.org")
        .on(
            Product.SENDMAIL,
            SENDMAIL_MC,
            "define(`confSERVER_CERT', `/etc/mail/certs/mail.example.org.pem')dnl",
            "define(`confSERVER_KEY', `/etc/mail/certs/mail.example.org.key')dnl",
            "# without both of these Sendmail offers no TLS at all",
            "define(`confCACERT_PATH', `/etc/ssl/certs')dnl",
            "define(`confCACERT', `/etc/ssl/certs/ca-certificates.crt')dnl")
        .on(
            Product.EXCHANGE,
            EXCHANGE_SHELL,
            "Enable-ExchangeCertificate -Thumbprint THUMBPRINT -Services SMTP")
        .on(Product.HARAKA, "config/plugins", "tls")
        .on(Product.JAMES, "smtpserver.xml", "<tls socketTLS=\"false\" startTLS=\"true\">");
  }

  /** The server's own name. */
  static Remedy ownName(String advice) {
    return Remedy.of(advice)
        .on(
            Product.POSTFIX,
            POSTFIX_MAIN,
            "myhostname = mail.example.org",
            "smtpd_banner = $myhostname ESMTP")
        .on(Product.EXIM, EXIM_MAIN, "primary_hostname = mail.example.org")
        .on(
            Product.OPENSMTPD,
            SMTPD_CONF,
            "listen on 0.0.0.0 tls pki mail.example.org hostname mail.example.org")
        .on(Product.SENDMAIL, SENDMAIL_MC, "define(`confDOMAIN_NAME', `mail.example.org')dnl")
        .on(
            Product.EXCHANGE,
            EXCHANGE_SHELL,
            "Set-ReceiveConnector \"Default Frontend SERVER\" -Fqdn mail.example.org")
        .on(Product.HARAKA, "config/me", "mail.example.org");
  }

  /** Switching off a firewall's rewriting of SMTP. */
  static Remedy noInspection(String advice) {
    return Remedy.of(advice)
        .on(
            Product.CISCO_ASA,
            "configuration of the ASA",
            "policy-map global_policy",
            " class inspection_default",
            "  no inspect esmtp");
  }
}
