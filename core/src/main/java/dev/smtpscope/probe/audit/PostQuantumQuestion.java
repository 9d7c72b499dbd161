package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.Groups;
import java.util.Optional;

/** Whether the server agrees to any post-quantum group. */
record PostQuantumQuestion(Offers offers) implements Question {
  @Override
  public String subject() {
    return "post-quantum groups";
  }

  @Override
  public Readiness readiness(Findings known) {
    if (!known.isSettled(TlsVersion.TLS_1_3)) {
      return Readiness.NOT_YET;
    }
    boolean told =
        Offers.POST_QUANTUM.stream()
            .anyMatch(code -> known.knows(TlsVersion.TLS_1_3, Groups.named(code)));
    return told || !known.version(TlsVersion.TLS_1_3).isYes() ? Readiness.MOOT : Readiness.READY;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    HelloOutcome outcome =
        asker.confirmed(offers.retry(SuiteClass.ALL.in(TlsVersion.TLS_1_3), Offers.POST_QUANTUM));
    Optional<ServerFlight> flight = Outcomes.accepted(outcome, TlsVersion.TLS_1_3);
    flight.ifPresent(accepted -> new Reading(known).of(TlsVersion.TLS_1_3, accepted));
    if (flight.isEmpty()) {
      Trait trait =
          outcome instanceof HelloOutcome.Alert || Outcomes.isHangUp(outcome)
              ? Trait.no(Outcomes.words(outcome))
              : Trait.unknown(Outcomes.words(outcome));
      Offers.POST_QUANTUM.forEach(
          code -> known.group(TlsVersion.TLS_1_3, Groups.named(code), trait));
    }
  }
}
