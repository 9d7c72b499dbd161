package dev.smtpscope.judge.audit;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.Exchange;
import dev.smtpscope.reference.tls.Mode;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of suites that are judged alike. By its cipher a suite is of one kind, the worst that fits;
 * by its key exchange it may be of another beside.
 */
public enum SuiteClass {
  NULL("without encryption"),
  EXPORT("of export strength"),
  RC4("with RC4"),
  DES("with DES"),
  BLOCK_64("with blocks of 64 bits (3DES, IDEA)"),
  CBC("in CBC mode"),
  ANONYMOUS("without authentication"),
  STATIC("without forward secrecy"),
  FINITE_FIELD("with finite-field Diffie-Hellman (DHE)");

  private final String label;

  SuiteClass(String label) {
    this.label = label;
  }

  /** Such as {@code with RC4}, to follow the word "suites". */
  public String label() {
    return label;
  }

  /** The name used in data files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is held against {@code version}: SSLv2 and TLS 1.3 have suites of their own. */
  public boolean concerns(TlsVersion version) {
    return switch (version) {
      case SSL_2 -> false;
      case TLS_1_3 -> this == NULL;
      case SSL_3, TLS_1_0, TLS_1_1 -> this != CBC;
      case TLS_1_2 -> true;
    };
  }

  /** Whether {@code suite} is one of them. */
  public boolean has(CipherSuite suite) {
    return CipherSuites.find(suite.code()).filter(this::has).isPresent();
  }

  boolean has(SuiteProperties suite) {
    return switch (this) {
      case NULL, EXPORT, RC4, DES, BLOCK_64, CBC ->
          ofCipher(suite).filter(kind -> kind == this).isPresent();
      case ANONYMOUS -> suite.isAnonymous();
      case STATIC ->
          Set.of(Exchange.RSA, Exchange.DH, Exchange.ECDH).contains(suite.exchange())
              && !suite.isAnonymous();
      case FINITE_FIELD -> suite.exchange() == Exchange.DHE && !suite.isAnonymous();
    };
  }

  private static Optional<SuiteClass> ofCipher(SuiteProperties suite) {
    if (suite.isNull()) {
      return Optional.of(NULL);
    }
    if (suite.export()) {
      return Optional.of(EXPORT);
    }
    return switch (suite.cipher()) {
      case RC4 -> Optional.of(RC4);
      case DES, DES40 -> Optional.of(DES);
      case NULL,
          RC2,
          TRIPLE_DES,
          IDEA,
          SEED,
          AES,
          CAMELLIA,
          ARIA,
          SM4,
          AEGIS,
          CHACHA20,
          GOST_28147,
          KUZNYECHIK,
          MAGMA ->
          ofMode(suite);
    };
  }

  private static Optional<SuiteClass> ofMode(SuiteProperties suite) {
    if (suite.cipher().hasSmallBlocks()) {
      return Optional.of(BLOCK_64);
    }
    return suite.mode() == Mode.CBC && !suite.isAnonymous() ? Optional.of(CBC) : Optional.empty();
  }
}
