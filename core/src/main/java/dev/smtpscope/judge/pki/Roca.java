package dev.smtpscope.judge.pki;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mark that the flawed generator of CVE-2017-15361 (ROCA) leaves in RSA moduli: modulo the
 * product of the first primes they are powers of 65537. The powers are compared across all primes,
 * so that a sound modulus of any size has the mark with a chance of less than one in 2^150.
 */
public final class Roca {
  private static final BigInteger GENERATOR = BigInteger.valueOf(65537);

  /** The primes that count with the shortest keys, 2 left out; longer keys have more. */
  private static final List<Integer> PRIMES =
      IntStream.rangeClosed(3, 167).filter(Roca::isPrime).boxed().toList();

  private Roca() {}

  /** Whether {@code modulus} has the mark. */
  public static boolean isMarked(BigInteger modulus) {
    List<Power> powers = new ArrayList<>();
    for (int prime : PRIMES) {
      Power power = Power.of(modulus.mod(BigInteger.valueOf(prime)).intValueExact(), prime);
      if (power.exponent() < 0 || powers.stream().anyMatch(p -> p.contradicts(power))) {
        return false;
      }
      powers.add(power);
    }
    return true;
  }

  private static boolean isPrime(int number) {
    return BigInteger.valueOf(number).isProbablePrime(50);
  }

  /** What the exponent is modulo the generator's order; -1 when there is none. */
  private record Power(int exponent, int order) {
    static Power of(int residue, int prime) {
      int generator = GENERATOR.mod(BigInteger.valueOf(prime)).intValueExact();
      int exponent = -1;
      int order = 0;
      int power = 1;
      do {
        exponent = power == residue ? order : exponent;
        power = power * generator % prime;
        order++;
      } while (power != 1);
      return new Power(exponent, order);
    }

    /** No number is both, which pairs tell of all (the Chinese remainder theorem). */
    boolean contradicts(Power other) {
      int common = gcd(order, other.order);
      return exponent % common != other.exponent % common;
    }

    private static int gcd(int a, int b) {
      return b == 0 ? a : gcd(b, a % b);
    }
  }
}
