package dev.smtpscope.reference;

import dev.smtpscope.reference.Mechanism.Exposure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SASL mechanisms that SMTP servers offer. */
public final class Mechanisms {
  private Mechanisms() {}

  /** All mechanisms by name. */
  public static List<Mechanism> all() {
    return Lazy.MECHANISMS.all();
  }

  /** The mechanism in any case, if this reference knows it. */
  public static Optional<Mechanism> find(String name) {
    return Lazy.MECHANISMS.find(name.strip().toUpperCase(Locale.ROOT));
  }

  /** The mechanism; of one that is not known the exposure is unknown too. */
  public static Mechanism of(String name) {
    return find(name).orElseGet(() -> unknown(name.strip().toUpperCase(Locale.ROOT)));
  }

  private static Mechanism unknown(String name) {
    Prose prose =
        new Prose(
            "Unknown mechanism",
            List.of("A mechanism that this reference does not know."),
            List.of(),
            List.of("IANA registry of SASL mechanisms"));
    return new Mechanism(name, Exposure.UNKNOWN, Standing.UNKNOWN, prose);
  }

  private static Mechanism read(Block block) {
    Exposure exposure = Exposure.valueOf(block.one("exposure").toUpperCase(Locale.ROOT));
    return new Mechanism(
        block.key(), exposure, Standing.of(block), Prose.of(block).plus(exposure.sentence()));
  }

  private static final class Lazy {
    static final Catalogue<Mechanism> MECHANISMS =
        Catalogue.load("auth-mechanisms.txt", Mechanisms::read);
  }
}
