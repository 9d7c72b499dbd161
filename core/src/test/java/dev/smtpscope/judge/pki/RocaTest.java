package dev.smtpscope.judge.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocaTest {
  /** The product of the first 39 primes, by which keys of 512 bits were made. */
  private static final BigInteger PRODUCT = product();

  private final Random random = new Random(20171016);

  @Test
  void keysOfTheFlawedGeneratorAreMarked() {
    for (int i = 0; i < 5; i++) {
      assertThat(Roca.isMarked(flawed().multiply(flawed()))).isTrue();
    }
  }

  @Test
  void soundKeysAreNot() {
    for (int i = 0; i < 50; i++) {
      assertThat(Roca.isMarked(sound().multiply(sound()))).isFalse();
    }
  }

  @Test
  void oneFlawedFactorAloneIsNoMark() {
    assertThat(Roca.isMarked(flawed().multiply(sound()))).isFalse();
  }

  private BigInteger sound() {
    return BigInteger.probablePrime(256, random);
  }

  /** {@code k * M + (65537^a mod M)}, as Nemec and others describe it. */
  private BigInteger flawed() {
    while (true) {
      BigInteger power = BigInteger.valueOf(65537).modPow(new BigInteger(62, random), PRODUCT);
      BigInteger prime = new BigInteger(37, random).multiply(PRODUCT).add(power);
      if (prime.isProbablePrime(50)) {
        return prime;
      }
    }
  }

  private static BigInteger product() {
    BigInteger product = BigInteger.ONE;
    BigInteger prime = BigInteger.TWO;
    for (int i = 0; i < 39; i++) {
      product = product.multiply(prime);
      prime = prime.nextProbablePrime();
    }
    return product;
  }
}
