package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.TlsVersion;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers of protocol versions. */
public final class Versions {
  private Versions() {}

  /** The number on the wire, such as 0x0304 for TLS 1.3. */
  public static int code(TlsVersion version) {
    return switch (version) {
      case SSL_2 -> 0x0002;
      case SSL_3 -> 0x0300;
      case TLS_1_0 -> 0x0301;
      case TLS_1_1 -> 0x0302;
      case TLS_1_2 -> 0x0303;
      case TLS_1_3 -> 0x0304;
    };
  }

  /** The version of a number, if it is one that exists. */
  public static Optional<TlsVersion> of(int code) {
    return Stream.of(TlsVersion.values()).filter(version -> code(version) == code).findFirst();
  }
}
