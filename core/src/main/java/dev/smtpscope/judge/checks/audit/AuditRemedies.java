package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.software.Product;

/** How single traits of a server's TLS are configured. */
final class AuditRemedies {
  private AuditRemedies() {}

  static Remedy noCompression() {
    return Remedy.of("Switch TLS compression off.")
        .on(Product.POSTFIX, "/etc/postfix/main.cf", "tls_ssl_options = NO_COMPRESSION")
        .on(
            Product.EXIM,
            "Exim's main configuration (built with OpenSSL)",
            "openssl_options = +no_compression")
        .on(
            Product.SENDMAIL,
            "/etc/mail/sendmail.mc",
            "LOCAL_CONFIG",
            "O ServerSSLOptions=+SSL_OP_NO_COMPRESSION");
  }

  static Remedy noRenegotiation() {
    return Remedy.of(
            "Have the server refuse renegotiation, or update its TLS library, whose newer versions"
                + " refuse it as they come.")
        .on(
            Product.POSTFIX,
            "/etc/postfix/main.cf",
            "# Postfix 3.4 and later with OpenSSL 1.1.1 and later",
            "tls_ssl_options = NO_RENEGOTIATION")
        .on(
            Product.EXIM,
            "Exim's main configuration (built with OpenSSL)",
            "openssl_options = +no_renegotiation");
  }

  static Remedy serverOrder() {
    return Remedy.of(
            "Have the server impose its own order of suites, the best first, or take the weak ones"
                + " off the list.")
        .on(Product.POSTFIX, "/etc/postfix/main.cf", "tls_preempt_cipherlist = yes")
        .on(
            Product.EXIM,
            "Exim's main configuration",
            "# built with OpenSSL",
            "openssl_options = +cipher_server_preference",
            "# built with GnuTLS, as in Debian",
            "tls_require_ciphers = NORMAL:%SERVER_PRECEDENCE")
        .on(
            Product.SENDMAIL,
            "/etc/mail/sendmail.mc",
            "LOCAL_CONFIG",
            "O ServerSSLOptions=+SSL_OP_CIPHER_SERVER_PREFERENCE")
        .on(Product.HARAKA, "config/tls.ini", "honorCipherOrder=true");
  }

  /** For what a library did wrong and its makers mended long ago. */
  static Remedy update(String then) {
    return Remedy.of("Update the server's TLS library and restart the server. " + then);
  }
}
