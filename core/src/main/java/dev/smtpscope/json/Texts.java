package dev.smtpscope.json;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.text.Visible;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Values from text. An {@link IllegalArgumentException} says what would be right. */
final class Texts {
  /** Just under 100 years, in seconds. */
  static final BigDecimal LONGEST = BigDecimal.valueOf(3_150_000_000L);

  private static final Instant EARLIEST = Instant.parse("-9999-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+99999-01-01T00:00:00Z");

  private Texts() {}

  /** A text in visible form stays as it is; in any other, what could do harm is made visible. */
  static String harmless(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? text : visible(text);
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(codePoint -> {
          String one = Character.toString(codePoint);
          out.append(codePoint == '\\' ? one : Visible.ofText(one));
        });
    return out.toString();
  }

  /** Seconds with as many decimals as are needed; no duration here is negative. */
  static String seconds(Duration duration) {
    String whole = Long.toString(duration.getSeconds());
    if (duration.getNano() == 0) {
      return whole;
    }
    String decimals = Integer.toString(1_000_000_000 + duration.getNano());
    int end = decimals.length();
    while (decimals.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + decimals.substring(1, end);
  }

  static Bytes bytes(String base64) {
    try {
      Bytes bytes = new Bytes(base64);
      bytes.toArray();
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Base64 is expected", e);
    }
  }

  static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time such as 2026-06-15T12:00:00Z is expected", e);
    }
    throw new IllegalArgumentException("a time within the years -9998 to 99998 is expected");
  }

  static InetAddress address(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("an IP address is expected", e);
    }
  }

  static String pem(X509Certificate certificate) {
    try {
      Bytes der = Bytes.of(certificate.getEncoded());
      return new PeerCertificate(der, "", Optional.empty()).pem();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate in PEM is expected", e);
    }
  }
}
