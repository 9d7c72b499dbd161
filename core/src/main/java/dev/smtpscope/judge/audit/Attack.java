package dev.smtpscope.judge.audit;

import static dev.smtpscope.facts.TlsVersion.SSL_2;
import static dev.smtpscope.facts.TlsVersion.SSL_3;
import static dev.smtpscope.facts.TlsVersion.TLS_1_0;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import java.util.Optional;

/** Attacks with a name, and what of a server's offer opens the door to them. */
public enum Attack {
  DROWN("DROWN"),
  POODLE("POODLE"),
  FREAK("FREAK"),
  LOGJAM("Logjam"),
  SWEET32("Sweet32"),
  RC4("biases of RC4"),
  BEAST("BEAST"),
  CRIME("CRIME"),
  RENEGOTIATION("insecure renegotiation"),
  HEARTBLEED("Heartbleed"),
  CCS_INJECTION("CCS injection"),
  ROBOT("ROBOT"),
  TICKETBLEED("Ticketbleed"),
  COMMAND_INJECTION("STARTTLS command injection");

  private static final int LOGJAM_BITS = 1024;

  private final String label;

  Attack(String label) {
    this.label = label;
  }

  /** Its usual name. */
  public String label() {
    return label;
  }

  /** Whether it rests on a fault of the software, and not on what is offered. */
  public boolean isFault() {
    return switch (this) {
      case DROWN, POODLE, FREAK, LOGJAM, SWEET32, RC4, BEAST -> false;
      case CRIME, RENEGOTIATION, HEARTBLEED, CCS_INJECTION, ROBOT, TICKETBLEED, COMMAND_INJECTION ->
          true;
    };
  }

  /** Whether the server is open to it. */
  public Trait against(Offering offering) {
    return switch (this) {
      case DROWN -> offering.speaks(SSL_2);
      case POODLE -> offering.speaks(SSL_3);
      case BEAST -> offering.speaks(TLS_1_0);
      case FREAK -> offering.accepts(SuiteClass.EXPORT);
      case SWEET32 -> offering.accepts(SuiteClass.BLOCK_64);
      case RC4 -> offering.accepts(SuiteClass.RC4);
      case LOGJAM -> logjam(offering);
      case CRIME -> crime(offering);
      case RENEGOTIATION -> renegotiation(offering);
      case ROBOT -> robot(offering);
      case HEARTBLEED -> offering.shows(ActiveTest.HEARTBLEED);
      case CCS_INJECTION -> offering.shows(ActiveTest.CCS_INJECTION);
      case TICKETBLEED -> offering.shows(ActiveTest.TICKETBLEED);
      case COMMAND_INJECTION -> offering.shows(ActiveTest.COMMAND_INJECTION);
    };
  }

  private static Trait logjam(Offering offering) {
    Optional<DhParameters> tooShort =
        offering.primes().stream().filter(p -> p.bits() <= LOGJAM_BITS).findFirst();
    return tooShort
        .map(p -> Trait.yes("Diffie-Hellman with " + p.bits() + " bits"))
        .orElseGet(() -> offering.accepts(SuiteClass.EXPORT));
  }

  private static Trait crime(Offering offering) {
    return before13(offering)
        ? offering.has(Feature.COMPRESSION)
        : Trait.no("TLSv1.3 has no compression");
  }

  private static Trait renegotiation(Offering offering) {
    Trait secure = offering.has(Feature.SECURE_RENEGOTIATION);
    if (!before13(offering)) {
      return Trait.no("TLSv1.3 has no renegotiation");
    }
    return switch (secure.support()) {
      case YES -> Trait.no(secure.detail());
      case NO -> Trait.yes("no renegotiation_info");
      case UNKNOWN -> secure;
    };
  }

  private static boolean before13(Offering offering) {
    return offering.spoken().stream().anyMatch(v -> v != SSL_2 && v != TlsVersion.TLS_1_3);
  }

  private static Trait robot(Offering offering) {
    return offering.accepts(SuiteClass.STATIC).isNo()
        ? Trait.no("no suite with static key exchange is accepted")
        : offering.shows(ActiveTest.ROBOT);
  }
}
