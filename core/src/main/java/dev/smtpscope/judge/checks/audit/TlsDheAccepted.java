package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.audit.SuiteClass;
import dev.smtpscope.judge.checks.tls.Remedies;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server accepts finite-field Diffie-Hellman, with whatever parameters. */
public final class TlsDheAccepted extends AuditCheck {
  private static final int BROKEN = 1024;
  private static final int SHORT = 2048;
  private static final ByRole USUAL = new ByRole(Severity.NOTICE, Severity.WARNING);

  public TlsDheAccepted() {
    super(
        "tls-dhe-accepted",
        "Does the server do without finite-field Diffie-Hellman?",
        Remedies.keyExchange(
            "Leave finite-field Diffie-Hellman to the past and offer ECDHE alone. Where it has to"
                + " stay, use a group of RFC 7919 of at least 2048 bits."));
  }

  @Override
  Judgement judge(EndpointContext context, Offering offering) {
    Trait accepts = offering.accepts(SuiteClass.FINITE_FIELD);
    return switch (accepts.support()) {
      case YES -> finding(context, offering, accepts);
      case NO -> Judgement.pass();
      case UNKNOWN -> new Judgement.Inconclusive(accepts.detail());
    };
  }

  private Judgement finding(EndpointContext context, Offering offering, Trait accepts) {
    List<DhParameters> parameters = offering.primes();
    Optional<DhParameters> weakest =
        parameters.stream().min(Comparator.comparingInt(DhParameters::bits));
    return withRemedy(severity(context, weakest), context)
        .title(title(parameters, weakest))
        .evidence(evidence(parameters, accepts))
        .why(why(weakest))
        .see(Reference.rfc(9325, "4.1"), Reference.rfc(7919, "3"))
        .see(Reference.page("Logjam", "https://weakdh.org/"))
        .reproduce(Reproduce.nmap(context, "ssl-dh-params"))
        .fail();
  }

  private static Severity severity(EndpointContext context, Optional<DhParameters> weakest) {
    Severity usual = USUAL.at(context);
    return weakest
        .filter(p -> p.bits() < SHORT)
        .map(p -> p.bits() < BROKEN ? Severity.ERROR : Severity.WARNING)
        .orElse(usual);
  }

  private static String title(List<DhParameters> parameters, Optional<DhParameters> weakest) {
    Optional<DhParameters> tooShort = weakest.filter(p -> p.bits() < SHORT);
    if (tooShort.isPresent()) {
      return "the server does Diffie-Hellman with " + tooShort.get().bits() + " bits";
    }
    return parameters.stream().anyMatch(p -> !isStandard(p))
        ? "the server does Diffie-Hellman with a prime that is not of RFC 7919"
        : "the server accepts finite-field Diffie-Hellman";
  }

  private static boolean isStandard(DhParameters parameters) {
    return parameters.name().filter(name -> name.contains("ffdhe")).isPresent();
  }

  private static List<String> evidence(List<DhParameters> parameters, Trait accepts) {
    return Stream.concat(
            Stream.of("accepts " + accepts.detail()),
            parameters.stream().map(TlsDheAccepted::words).distinct().limit(8))
        .toList();
  }

  private static String words(DhParameters parameters) {
    return "prime of %d bits, %s"
        .formatted(parameters.bits(), parameters.name().orElse("of the server's own"));
  }

  private static String why(Optional<DhParameters> weakest) {
    return weakest.filter(p -> p.bits() < SHORT).isPresent()
        ? "A prime this short can be broken, or is within reach of those with means; one that many"
            + " servers share is broken for all of them at once (Logjam)."
        : "A client can't tell in the handshake whether a prime is a safe one, old clients take"
            + " none of more than 1024 bits, and the exchange costs the server much; ECDHE has none"
            + " of this.";
  }
}
