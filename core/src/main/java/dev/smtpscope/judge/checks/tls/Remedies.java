package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.software.Product;

/** How TLS versions and suites are configured. */
public final class Remedies {
  private static final String WINDOWS =
      "PowerShell (the setting is Windows-wide; restart afterwards)";

  private static final String AEAD_SUITES = "smtp ciphers \"ECDHE+AESGCM:ECDHE+CHACHA20\"";

  private Remedies() {}

  /** TLS 1.2 and 1.3, forward secrecy and authenticated encryption. */
  public static Remedy modern(String advice) {
    return Remedy.of(advice)
        .on(
            Product.POSTFIX,
            "/etc/postfix/main.cf",
            "smtpd_tls_protocols = >=TLSv1.2",
            "smtpd_tls_mandatory_protocols = >=TLSv1.2",
            "smtpd_tls_exclude_ciphers = aNULL, eNULL, EXPORT, DES, 3DES, RC4, MD5, kRSA",
            "tls_preempt_cipherlist = yes")
        .on(
            Product.EXIM,
            "Exim's main configuration",
            "# built with OpenSSL",
            "openssl_options = +no_sslv3 +no_tlsv1 +no_tlsv1_1",
            "tls_require_ciphers = ECDHE+AESGCM:ECDHE+CHACHA20",
            "# built with GnuTLS, as in Debian",
            "tls_require_ciphers = NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA:-3DES-CBC")
        .on(Product.OPENSMTPD, "smtpd.conf", "smtp ciphers \"HIGH:!aNULL:!kRSA:!3DES\"")
        .on(
            Product.SENDMAIL,
            "/etc/mail/sendmail.mc",
            "LOCAL_CONFIG",
            "O CipherList=ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL",
            "O ServerSSLOptions=+SSL_OP_NO_SSLv3 +SSL_OP_NO_TLSv1 +SSL_OP_NO_TLSv1_1"
                + " +SSL_OP_CIPHER_SERVER_PREFERENCE")
        .on(
            Product.EXCHANGE,
            WINDOWS,
            "$k = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols'",
            "New-Item \"$k\\TLS 1.0\\Server\", \"$k\\TLS 1.1\\Server\" -Force",
            "Set-ItemProperty \"$k\\TLS 1.0\\Server\", \"$k\\TLS 1.1\\Server\" Enabled 0",
            disable("-match '^TLS_RSA_|3DES|RC4|NULL'"))
        .on(
            Product.HARAKA,
            "config/tls.ini",
            "minVersion=TLSv1.2",
            "ciphers=ECDHE+AESGCM:ECDHE+CHACHA20",
            "honorCipherOrder=true");
  }

  /** The same, with authenticated encryption alone. */
  public static Remedy aead(String advice) {
    return modern(advice)
        .on(
            Product.POSTFIX,
            "/etc/postfix/main.cf",
            "# SHA1, SHA256 and SHA384 name suites by their MAC: those in CBC mode",
            "smtpd_tls_exclude_ciphers = aNULL, eNULL, kRSA, SHA1, SHA256, SHA384",
            "smtpd_tls_protocols = >=TLSv1.2")
        .on(
            Product.EXIM,
            "Exim's main configuration",
            "# built with OpenSSL",
            "tls_require_ciphers = ECDHE+AESGCM:ECDHE+CHACHA20",
            "# built with GnuTLS, as in Debian",
            "tls_require_ciphers = NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA"
                + ":-AES-128-CBC:-AES-256-CBC")
        .on(Product.OPENSMTPD, "smtpd.conf", AEAD_SUITES)
        .on(Product.EXCHANGE, WINDOWS, disable("-like '*_CBC_*'"));
  }

  /** Parameters of the finite-field Diffie-Hellman exchange. */
  public static Remedy keyExchange(String advice) {
    return modern(advice)
        .on(
            Product.POSTFIX,
            "/etc/postfix/main.cf",
            "smtpd_tls_exclude_ciphers = aNULL, kRSA, kDHE",
            "# or, to keep DHE: a group of RFC 7919 (Postfix 3.7 and later)",
            "smtpd_tls_dh1024_param_file = auto")
        .on(
            Product.EXIM,
            "Exim's main configuration",
            "tls_dhparam = ffdhe2048",
            "tls_require_ciphers = NORMAL:-RSA")
        .on(
            Product.SENDMAIL,
            "/etc/mail/sendmail.mc",
            "LOCAL_CONFIG",
            "O CipherList=ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL",
            "O DHParameters=2")
        .on(Product.OPENSMTPD, "smtpd.conf", AEAD_SUITES)
        .on(Product.EXCHANGE, WINDOWS, disable("-like 'TLS_DHE_*'"))
        .on(Product.HARAKA, "config/tls.ini", "ciphers=ECDHE+AESGCM:ECDHE+CHACHA20");
  }

  /** Windows Server 2016 and later. */
  private static String disable(String names) {
    return "Get-TlsCipherSuite | Where-Object Name "
        + names
        + " | ForEach-Object { Disable-TlsCipherSuite $_.Name }";
  }
}
