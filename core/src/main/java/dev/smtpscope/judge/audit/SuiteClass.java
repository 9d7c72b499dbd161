package dev.smtpscope.judge.audit;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import java.util.Locale;
import java.util.Optional;

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
    String name = suite.name();
    return switch (this) {
      case NULL, EXPORT, RC4, DES, BLOCK_64, CBC -> isOfCipher(name);
      case ANONYMOUS -> name.contains("_anon_");
      case STATIC -> name.matches("TLS_(RSA|DH_RSA|DH_DSS|ECDH_RSA|ECDH_ECDSA)_(WITH|EXPORT)_.*");
      case FINITE_FIELD -> name.startsWith("TLS_DHE_");
    };
  }

  private boolean isOfCipher(String name) {
    return ofCipher(name).filter(kind -> kind == this).isPresent();
  }

  private static Optional<SuiteClass> ofCipher(String name) {
    if (name.contains("_WITH_NULL_") || name.matches("TLS_SHA(256|384)_SHA(256|384)")) {
      return Optional.of(NULL);
    }
    if (name.contains("_EXPORT")) {
      return Optional.of(EXPORT);
    }
    if (name.contains("_RC4_")) {
      return Optional.of(RC4);
    }
    if (name.contains("_WITH_DES_") || name.contains("_DES40_")) {
      return Optional.of(DES);
    }
    if (name.contains("_3DES_") || name.contains("_IDEA_") || name.contains("_28147_CNT")) {
      return Optional.of(BLOCK_64);
    }
    return name.contains("_CBC_") && !name.contains("_anon_")
        ? Optional.of(CBC)
        : Optional.empty();
  }
}
