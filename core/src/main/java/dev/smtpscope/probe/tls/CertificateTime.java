package dev.smtpscope.probe.tls;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x509.Time;

/** Dates of a certificate. Read by hand: the library's way loads the locale data of the JDK. */
final class CertificateTime {
  private CertificateTime() {}

  /** The instant of a {@code yyyyMMddHHmmss} time in UTC, the only form RFC 5280 allows. */
  static Instant instant(Time time) {
    String text = time.getTime();
    if (!text.endsWith("Z") && !text.endsWith("GMT+00:00")) {
      return time.getDate().toInstant();
    }
    return LocalDateTime.of(
            Integer.parseInt(text.substring(0, 4)),
            field(text, 4),
            field(text, 6),
            field(text, 8),
            field(text, 10),
            field(text, 12))
        .toInstant(ZoneOffset.UTC);
  }

  private static int field(String text, int at) {
    return Integer.parseInt(text.substring(at, at + 2));
  }
}
