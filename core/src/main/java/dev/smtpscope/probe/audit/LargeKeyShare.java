package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.KeyShare;
import dev.smtpscope.reference.tls.Groups;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether a hello with a key share of ML-KEM, which fills more than one packet, gets lost where one
 * without it arrives.
 */
record LargeKeyShare(Offers offers) implements ActiveQuestion.Attempt {
  private static final int COEFFICIENTS = 768;
  private static final int MODULUS = 3_329;
  private static final int SEED = 32;
  private static final int X25519_KEY = 32;

  @Override
  public Optional<String> needless(Findings known) {
    return known.version(TlsVersion.TLS_1_3).isYes()
        ? Optional.empty()
        : Optional.of("the server does not speak TLSv1.3");
  }

  @Override
  public Trait attempt(Asker asker, Findings known) throws EndedException {
    KeyShare small = new KeyShare(Groups.X25519, random(X25519_KEY));
    KeyShare large = new KeyShare(Groups.X25519_MLKEM768, mlKemAndX25519());
    HelloOutcome without = asker.confirmed(hello(known, small));
    HelloOutcome with = asker.confirmed(hello(known, large, small));
    if (!Outcomes.isClear(without)) {
      return Trait.unknown("even without it " + Outcomes.words(without));
    }
    return Outcomes.isClear(with)
        ? Trait.no("with it " + Outcomes.words(with))
        : Trait.yes("with it " + Outcomes.words(with) + ", without it not");
  }

  private ClientHello hello(Findings known, KeyShare... shares) {
    List<Integer> groups =
        shares.length > 1
            ? List.of(Groups.X25519_MLKEM768, Groups.X25519, Groups.SECP256R1)
            : List.of(Groups.X25519, Groups.SECP256R1);
    return offers
        .retry(known.accepted(TlsVersion.TLS_1_3), groups)
        .with(Extensions.keyShare(shares));
  }

  private static Bytes random(int length) {
    byte[] bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Bytes.of(bytes);
  }

  /**
   * A well-formed encapsulation key (FIPS 203 section 7.2: all coefficients below the modulus) that
   * nobody has the other half of, and the curve's key after it.
   */
  private static Bytes mlKemAndX25519() {
    byte[] key = new byte[COEFFICIENTS * 3 / 2 + SEED + X25519_KEY];
    ThreadLocalRandom random = ThreadLocalRandom.current();
    random.nextBytes(key);
    for (int i = 0; i < COEFFICIENTS / 2; i++) {
      int one = random.nextInt(MODULUS);
      int two = random.nextInt(MODULUS);
      key[3 * i] = (byte) one;
      key[3 * i + 1] = (byte) (one >> 8 | two << 4);
      key[3 * i + 2] = (byte) (two >> 4);
    }
    return Bytes.of(key);
  }
}
