package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.Exchange;
import dev.smtpscope.reference.tls.Hash;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.List;

/** Suites that are asked for together. */
enum SuiteClass {
  ALL("any suite"),
  DHE("suites with DHE"),
  NOT_FORWARD_SECRET("suites without forward secrecy"),
  WEAK("weak suites");

  private static final int MANY = 126;

  private final String label;

  SuiteClass(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The codes of its suites in {@code version}: as many of the likely ones as a hello bears. */
  List<Integer> in(TlsVersion version) {
    return all(version).stream().limit(MANY).toList();
  }

  /** The codes of all its suites in {@code version}, the likely ones first. */
  List<Integer> all(TlsVersion version) {
    return Offers.codes(CipherSuites.in(version).stream().filter(this::has));
  }

  boolean contains(int code) {
    return CipherSuites.find(code).filter(this::has).isPresent();
  }

  private boolean has(SuiteProperties suite) {
    return switch (this) {
      case ALL -> true;
      case DHE -> suite.exchange() == Exchange.DHE && !isWeak(suite);
      case NOT_FORWARD_SECRET -> !suite.isForwardSecret() && !isWeak(suite);
      case WEAK -> isWeak(suite);
    };
  }

  private static boolean isWeak(SuiteProperties suite) {
    boolean cipher =
        switch (suite.cipher()) {
          case NULL, RC2, RC4, DES40, DES, TRIPLE_DES, IDEA, SEED -> true;
          case AES, CAMELLIA, ARIA, SM4, AEGIS, CHACHA20, GOST_28147, KUZNYECHIK, MAGMA -> false;
        };
    return cipher || suite.isAnonymous() || suite.export() || suite.hash() == Hash.MD5;
  }
}
