package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.Bytes;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A prime of finite-field Diffie-Hellman.
 *
 * @param sha256 of its octets, without leading zeros
 * @param name of one that many share, from a standard or built into a product, such as {@code RFC
 *     7919 ffdhe2048}
 */
public record DhPrime(int bits, Bytes sha256, Optional<String> name) {
  /** The prime whose octets are {@code p}. */
  public static DhPrime of(Bytes p) {
    byte[] octets = p.toArray();
    int zeros = 0;
    while (zeros < octets.length && octets[zeros] == 0) {
      zeros++;
    }
    Bytes sha256 = sha256(Arrays.copyOfRange(octets, zeros, octets.length));
    return new DhPrime(new BigInteger(1, octets).bitLength(), sha256, name(sha256));
  }

  private static Optional<String> name(Bytes sha256) {
    return Optional.ofNullable(Lazy.NAMES.get(sha256));
  }

  private static Bytes sha256(byte[] octets) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class Lazy {
    static final Map<Bytes, String> NAMES =
        Table.rows("dh-primes.tsv").stream().collect(Collectors.toMap(Lazy::digest, List::getLast));

    private static Bytes digest(List<String> row) {
      return Bytes.of(HexFormat.of().parseHex(row.getFirst()));
    }
  }
}
