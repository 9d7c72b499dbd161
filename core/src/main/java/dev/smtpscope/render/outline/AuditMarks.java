package dev.smtpscope.render.outline;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.audit.SuiteClass;
import java.util.Arrays;

/** Which lines of an audit catch the eye. */
final class AuditMarks {
  private static final int BROKEN = 1024;
  private static final int SHORT = 2048;

  private AuditMarks() {}

  static Mark version(TlsVersion version, Trait spoken) {
    return switch (spoken.support()) {
      case UNKNOWN -> Mark.OPEN;
      case NO -> Mark.NONE;
      case YES ->
          switch (version) {
            case SSL_2, SSL_3 -> Mark.ERROR;
            case TLS_1_0, TLS_1_1 -> Mark.WARNING;
            case TLS_1_2, TLS_1_3 -> Mark.GOOD;
          };
    };
  }

  static Mark suite(CipherSuite suite) {
    return Arrays.stream(SuiteClass.values())
        .filter(kind -> kind.has(suite))
        .map(AuditMarks::kind)
        .max(Mark::compareTo)
        .orElse(Mark.GOOD);
  }

  private static Mark kind(SuiteClass kind) {
    return switch (kind) {
      case NULL, EXPORT, RC4, DES -> Mark.ERROR;
      case BLOCK_64 -> Mark.WARNING;
      case CBC, STATIC, FINITE_FIELD -> Mark.NOTICE;
      case ANONYMOUS -> Mark.INFO;
    };
  }

  /** Where nobody proves anything, the prime is not weighed. */
  static Mark prime(DhParameters prime) {
    if (SuiteClass.ANONYMOUS.has(prime.suite()) || prime.bits() >= SHORT) {
      return Mark.NONE;
    }
    return prime.bits() < BROKEN ? Mark.ERROR : Mark.WARNING;
  }

  static Mark feature(Feature feature, Trait trait) {
    return switch (trait.support()) {
      case UNKNOWN -> Mark.OPEN;
      case YES -> isUnwelcome(feature) ? Mark.WARNING : Mark.NONE;
      case NO -> isNeeded(feature) ? Mark.NOTICE : Mark.NONE;
    };
  }

  private static boolean isUnwelcome(Feature feature) {
    return feature == Feature.COMPRESSION || feature == Feature.EARLY_DATA;
  }

  private static boolean isNeeded(Feature feature) {
    return switch (feature) {
      case SECURE_RENEGOTIATION,
          EXTENDED_MASTER_SECRET,
          LARGE_HELLO,
          UNKNOWN_VERSION,
          UNKNOWN_EXTENSION,
          GREASED_VALUES ->
          true;
      case COMPRESSION,
          ENCRYPT_THEN_MAC,
          SESSION_TICKETS,
          RESUMPTION_BY_ID,
          RESUMPTION_BY_TICKET,
          RESUMPTION_BY_PSK,
          EARLY_DATA,
          FALLBACK_SCSV,
          OCSP_STAPLING,
          SIGNED_CERTIFICATE_TIMESTAMPS,
          CLIENT_CERTIFICATE_REQUEST,
          HEARTBEAT ->
          false;
    };
  }

  static String asked(ServedChain.Asked asked) {
    return switch (asked) {
      case ECDSA -> "ECDSA";
      case RSA -> "RSA";
      case NO_NAME -> "no server name";
      case UNKNOWN_NAME -> "an unknown server name";
    };
  }
}
