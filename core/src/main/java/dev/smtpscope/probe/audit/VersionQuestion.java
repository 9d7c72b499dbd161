package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.Versions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the server speaks a version before TLS 1.3. A hello offers all versions up to its own, so
 * that one refused for its version rules out the older ones too. An answer to a class of suites
 * that somebody wants to know about answers both.
 */
record VersionQuestion(TlsVersion version, Offers offers, List<SuiteClass> alongside)
    implements Question {
  private static final List<Integer> CHUNKS = List.of(126, 64, 32);

  VersionQuestion {
    alongside = List.copyOf(alongside);
  }

  @Override
  public String subject() {
    return version.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (known.isSettled(version)) {
      return Readiness.MOOT;
    }
    boolean newerKnown =
        Arrays.stream(TlsVersion.values())
            .filter(newer -> newer.compareTo(version) > 0 && newer != TlsVersion.TLS_1_3)
            .allMatch(known::isSettled);
    return newerKnown ? Readiness.READY : Readiness.NOT_YET;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    Optional<SuiteClass> rider = rider(known);
    if (rider.isPresent() && isAnswered(asker, known, rider.get())) {
      return;
    }
    HelloOutcome outcome = new HelloOutcome.Silent();
    for (int most : CHUNKS) {
      List<Integer> offered = SuiteClass.ALL.in(version).stream().limit(most).toList();
      outcome = asker.confirmed(offers.hello(version, offered));
      if (Outcomes.isClear(outcome)) {
        break;
      }
    }
    settle(known, outcome);
  }

  private Optional<SuiteClass> rider(Findings known) {
    return alongside.stream().filter(suites -> !known.isAnswered(suites)).findFirst();
  }

  private boolean isAnswered(Asker asker, Findings known, SuiteClass suites) throws EndedException {
    HelloOutcome outcome = asker.ask(offers.hello(version, suites.in(version)));
    boolean chosen = outcome instanceof HelloOutcome.Accepted;
    if (chosen || Outcomes.isAlert(outcome, Outcomes.PROTOCOL_VERSION)) {
      settle(known, outcome);
      return true;
    }
    return false;
  }

  /** Takes the outcome of a hello of this version, and asks on where it does not suffice. */
  void hear(Asker asker, Findings known, HelloOutcome outcome) throws EndedException {
    boolean decided =
        outcome instanceof HelloOutcome.Accepted
            || Outcomes.isAlert(outcome, Outcomes.PROTOCOL_VERSION);
    if (decided) {
      settle(known, outcome);
    } else {
      ask(asker, known);
    }
  }

  private void settle(Findings known, HelloOutcome outcome) {
    switch (outcome) {
      case HelloOutcome.Accepted(ServerFlight flight) -> chosen(known, flight);
      case HelloOutcome.Alert alert -> refused(known, outcome);
      case HelloOutcome.Closed c -> known.version(version, Trait.no(words(outcome)));
      case HelloOutcome.Reset r -> known.version(version, Trait.no(words(outcome)));
      default -> known.version(version, Trait.unknown(Outcomes.words(outcome)));
    }
  }

  private static String words(HelloOutcome outcome) {
    return Outcomes.words(outcome) + ", twice";
  }

  void chosen(Findings known, ServerFlight flight) {
    Optional<TlsVersion> chosen = Versions.of(flight.version());
    if (chosen.filter(v -> v.compareTo(version) > 0).isPresent() || chosen.isEmpty()) {
      known.version(version, Trait.unknown("the server chose a version that was not offered"));
      return;
    }
    new Reading(known).of(chosen.get(), flight);
    if (chosen.get() != version) {
      known.version(version, Trait.no("the server chose " + chosen.get().label() + " instead"));
    }
  }

  private void refused(Findings known, HelloOutcome outcome) {
    known.version(version, Trait.no(Outcomes.words(outcome)));
    if (Outcomes.isAlert(outcome, Outcomes.PROTOCOL_VERSION)) {
      Arrays.stream(TlsVersion.values())
          .filter(elder -> elder.compareTo(version) < 0 && elder != TlsVersion.SSL_2)
          .filter(elder -> !known.isSettled(elder))
          .forEach(elder ->
              known.version(
                  elder,
                  Trait.no(
                      Outcomes.words(outcome)
                          + " to a hello that offered it up to "
                          + version.label())));
    }
  }
}
