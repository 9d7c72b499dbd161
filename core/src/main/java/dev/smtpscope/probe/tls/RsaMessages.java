package dev.smtpscope.probe.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;

/** Key exchanges with RSA (RFC 5246 section 7.4.7.1), padded rightly or wrongly on purpose. */
public final class RsaMessages {
  private static final int PREMASTER = 48;
  private static final int LEAST_KEY = 64;
  private static final int MOST_KEY = 2_048;
  private static final int MOST_EXPONENT_BITS = 64;
  private static final byte CLIENT_KEY_EXCHANGE = 16;

  private RsaMessages() {}

  /** How the premaster secret is wrapped (RFC 8017 section 7.2.1). */
  public enum Padding {
    RIGHT,
    WRONG_BEGINNING,
    EARLY_ZERO,
    NO_ZERO,
    WRONG_VERSION
  }

  /**
   * A ClientKeyExchange for the key of the certificate {@code der}; empty where that is no RSA key
   * of a usual size.
   */
  public static Optional<byte[]> keyExchange(byte[] der, Padding padding) {
    try {
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der))
                  .getPublicKey()
              instanceof RSAPublicKey key
          ? message(key, padding)
          : Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> message(RSAPublicKey key, Padding padding) {
    int size = (key.getModulus().bitLength() + 7) / 8;
    boolean usual =
        size >= LEAST_KEY
            && size <= MOST_KEY
            && key.getPublicExponent().bitLength() <= MOST_EXPONENT_BITS
            && key.getModulus().testBit(0);
    return usual
        ? Optional.of(message(encrypt(key, block(size, padding), size)))
        : Optional.empty();
  }

  private static byte[] block(int size, Padding padding) {
    byte[] block = new byte[size];
    Arrays.fill(block, (byte) 0x5A);
    int premaster = size - PREMASTER;
    block[0] = 0;
    block[1] = 2;
    block[premaster - 1] = 0;
    block[premaster] = 3;
    block[premaster + 1] = 3;
    switch (padding) {
      case RIGHT -> {}
      case WRONG_BEGINNING -> {
        block[0] = 0x41;
        block[1] = 0x17;
      }
      case EARLY_ZERO -> block[11] = 0;
      case NO_ZERO -> block[premaster - 1] = 0x5A;
      case WRONG_VERSION -> {
        block[premaster] = 2;
        block[premaster + 1] = 2;
      }
    }
    return block;
  }

  private static byte[] encrypt(RSAPublicKey key, byte[] block, int size) {
    byte[] number =
        new BigInteger(1, block).modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
    byte[] padded = new byte[size];
    int from = Math.max(0, number.length - size);
    System.arraycopy(number, from, padded, size - (number.length - from), number.length - from);
    return padded;
  }

  private static byte[] message(byte[] encrypted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = encrypted.length + 2;
    out.write(CLIENT_KEY_EXCHANGE);
    out.write(0);
    out.write(length >> 8);
    out.write(length);
    out.write(encrypted.length >> 8);
    out.write(encrypted.length);
    out.writeBytes(encrypted);
    return out.toByteArray();
  }
}
