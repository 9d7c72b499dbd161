package dev.smtpscope.judge.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.List;

/**
 * The suites that a server with a certificate, and nothing but that, may have. What has been tried
 * of them decides whether a class is known to be refused: pre-shared keys, Kerberos and passwords
 * take more than mail servers have.
 */
final class Usual {
  private Usual() {}

  /** The codes of those of {@code kind} that {@code version} may agree on. */
  static List<Integer> of(SuiteClass kind, TlsVersion version) {
    return CipherSuites.in(version).stream()
        .filter(kind::has)
        .filter(Usual::isUsual)
        .map(SuiteProperties::code)
        .toList();
  }

  private static boolean isUsual(SuiteProperties suite) {
    return switch (suite.exchange()) {
      case RSA, DH, DHE, ECDH, ECDHE -> true;
      case NULL, PSK, RSA_PSK, DHE_PSK, ECDHE_PSK, SRP, KRB5, GOST, ECCPWD, TLS_1_3 -> false;
    };
  }
}
