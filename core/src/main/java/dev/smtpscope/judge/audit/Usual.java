package dev.smtpscope.judge.audit;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.reference.tls.CipherSuites;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The suites that a server with a certificate, and nothing but that, may have. What has been tried
 * of them decides whether a class is known to be refused: pre-shared keys, Kerberos and passwords
 * take more than mail servers have.
 */
final class Usual {
  private static final Pattern KEY_EXCHANGE =
      Pattern.compile("TLS_(RSA|DH_anon|DHE_RSA|DHE_DSS|ECDH_anon|ECDHE?_RSA|ECDHE?_ECDSA)_.*");
  private static final Pattern SINCE_1_2 = Pattern.compile(".*_(GCM|CCM|POLY1305|SHA256|SHA384).*");

  private Usual() {}

  /** Those of {@code kind} that {@code version} may agree on. */
  static List<CipherSuite> of(SuiteClass kind, TlsVersion version) {
    return CipherSuites.all().stream()
        .filter(suite -> suite.code() != 0 && kind.has(suite))
        .filter(suite -> KEY_EXCHANGE.matcher(suite.name()).matches())
        .filter(suite -> isFor(version, suite.name()))
        .toList();
  }

  private static boolean isFor(TlsVersion version, String name) {
    return switch (version) {
      case SSL_2, TLS_1_3 -> false;
      case SSL_3 -> !SINCE_1_2.matcher(name).matches() && !name.startsWith("TLS_ECDH");
      case TLS_1_0, TLS_1_1 -> !SINCE_1_2.matcher(name).matches();
      case TLS_1_2 -> true;
    };
  }
}
