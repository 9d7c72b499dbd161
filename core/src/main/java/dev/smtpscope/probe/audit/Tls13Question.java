package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import java.util.Optional;

/** Whether the server speaks TLS 1.3, where the first handshake did not tell. */
record Tls13Question(Offers offers) implements Question {
  @Override
  public String subject() {
    return TlsVersion.TLS_1_3.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    return known.isSettled(TlsVersion.TLS_1_3) ? Readiness.MOOT : Readiness.READY;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    HelloOutcome outcome =
        asker.confirmed(offers.hello(TlsVersion.TLS_1_3, SuiteClass.ALL.in(TlsVersion.TLS_1_3)));
    Optional<ServerFlight> flight = Outcomes.accepted(outcome, TlsVersion.TLS_1_3);
    flight.ifPresent(accepted -> new Reading(known).of(TlsVersion.TLS_1_3, accepted));
    if (flight.isEmpty()) {
      known.version(
          TlsVersion.TLS_1_3,
          outcome instanceof HelloOutcome.Alert || Outcomes.isHangUp(outcome)
              ? Trait.no(Outcomes.words(outcome))
              : Trait.unknown(Outcomes.words(outcome)));
    }
  }
}
