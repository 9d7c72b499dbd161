package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the server accepts any suite of a class, in the newest version that shows it. */
record ClassQuestion(SuiteClass suites, Offers offers) implements Question {
  @Override
  public String subject() {
    return suites.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (known.isAnswered(suites)) {
      return Readiness.MOOT;
    }
    boolean all =
        Stream.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0, TlsVersion.SSL_3)
            .allMatch(known::isSettled);
    return !all
        ? Readiness.NOT_YET
        : known.newestClear().isPresent() ? Readiness.READY : Readiness.MOOT;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    TlsVersion version = known.newestClear().orElseThrow();
    List<Integer> offered = suites.in(version);
    HelloOutcome outcome = asker.confirmed(offers.hello(version, offered));
    Optional<ServerFlight> flight = Outcomes.accepted(outcome, version);
    flight.ifPresent(accepted -> new Reading(known).of(version, accepted));
    if (outcome instanceof HelloOutcome.Alert || Outcomes.isHangUp(outcome)) {
      known.refused(version, offered);
    }
    known.asked(suites);
  }
}
