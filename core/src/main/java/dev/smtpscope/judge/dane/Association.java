package dev.smtpscope.judge.dane;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.dns.RecordData.Tlsa;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;

/** What TLSA records say of certificates (RFC 6698 section 2.1). */
public final class Association {
  /** Usage: the authority that the server's certificate has to lead to. */
  public static final int DANE_TA = 2;

  /** Usage: the server's own certificate. */
  public static final int DANE_EE = 3;

  /** Selector: the whole certificate. */
  public static final int CERTIFICATE = 0;

  /** Selector: the subject public key info. */
  public static final int KEY = 1;

  /** Matching type: the thing itself. */
  public static final int FULL = 0;

  /** Matching type. */
  public static final int SHA_256 = 1;

  /** Matching type. */
  public static final int SHA_512 = 2;

  private Association() {}

  /**
   * The record of these parameters for {@code certificate}; empty where the key can't be read.
   *
   * @throws IllegalArgumentException when selector or matching type are not known
   */
  public static Optional<Tlsa> of(
      int usage, int selector, int matchingType, PeerCertificate certificate) {
    return selected(selector, certificate.der().toArray())
        .map(data -> matched(matchingType, data))
        .map(data -> new Tlsa(usage, selector, matchingType, HexFormat.of().formatHex(data)));
  }

  /** Whether {@code record}, which is usable, has the certificate's data, whatever its usage. */
  static boolean fits(Tlsa record, byte[] der) {
    return selected(record.selector(), der)
        .map(data -> matched(record.matchingType(), data))
        .filter(data -> Arrays.equals(data, record.bytes()))
        .isPresent();
  }

  /** The numbers and the data. */
  public static String text(Tlsa record) {
    return parameters(record) + " " + record.data();
  }

  /** The numbers alone, such as {@code 3 1 1}. */
  public static String parameters(Tlsa record) {
    return record.usage() + " " + record.selector() + " " + record.matchingType();
  }

  private static Optional<byte[]> selected(int selector, byte[] der) {
    return switch (selector) {
      case CERTIFICATE -> Optional.of(der);
      case KEY -> key(der);
      default -> throw new IllegalArgumentException("selector " + selector);
    };
  }

  private static byte[] matched(int matchingType, byte[] data) {
    return switch (matchingType) {
      case FULL -> data;
      case SHA_256 -> digest("SHA-256", data);
      case SHA_512 -> digest("SHA-512", data);
      default -> throw new IllegalArgumentException("matching type " + matchingType);
    };
  }

  private static Optional<byte[]> key(byte[] der) {
    try {
      return Optional.of(
          Certificate.getInstance(der).getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static byte[] digest(String algorithm, byte[] data) {
    try {
      return MessageDigest.getInstance(algorithm).digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
