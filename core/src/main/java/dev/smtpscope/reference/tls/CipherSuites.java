package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All registered cipher suites, and some that were widely used without: those of EXPORT with 1024
 * bits, of ChaCha20 before its standard, of GOST, and the kinds of SSLv2.
 */
public final class CipherSuites {
  /** Signals secure renegotiation (RFC 5746). */
  public static final int EMPTY_RENEGOTIATION_INFO_SCSV = 0x00FF;

  /** Signals a fallback to an older version (RFC 7507). */
  public static final int FALLBACK_SCSV = 0x5600;

  private CipherSuites() {}

  /** The suite of a code; one that is not registered is named {@code 0x} and its digits. */
  public static CipherSuite named(int code) {
    return Optional.ofNullable(Lazy.SUITES.get(code))
        .or(() -> find(code).map(SuiteProperties::suite))
        .orElseGet(() -> new CipherSuite(code, Table.unnamed(code)));
  }

  /** What the suite of a code is made of; empty for signals and unknown codes. */
  public static Optional<SuiteProperties> find(int code) {
    return Optional.ofNullable(Lazy.PROPERTIES.get(code));
  }

  /** All suites, signals left out; in ascending order of their codes, those of SSLv2 last. */
  public static List<SuiteProperties> all() {
    return List.copyOf(Lazy.PROPERTIES.values());
  }

  /** What there is to offer in {@code version}. */
  public static List<SuiteProperties> in(TlsVersion version) {
    return Lazy.PROPERTIES.values().stream().filter(suite -> suite.isIn(version)).toList();
  }

  private static final class Lazy {
    static final Map<Integer, CipherSuite> SUITES =
        Table.load("cipher-suites.tsv", (code, row) -> new CipherSuite(code, row.get(1)));
    static final Map<Integer, SuiteProperties> PROPERTIES = properties();

    private static Map<Integer, SuiteProperties> properties() {
      Map<Integer, SuiteProperties> found = new LinkedHashMap<>();
      SUITES.forEach((code, suite) -> SuiteName.read(suite).ifPresent(p -> found.put(code, p)));
      Ssl2Suites.ALL.forEach(suite -> found.put(suite.code(), suite));
      return found;
    }
  }
}
