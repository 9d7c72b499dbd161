package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.HelloOutcome;

/** What {@link ToleranceRider} asks, of a server that speaks TLS 1.3 and not 1.2. */
record ToleranceQuestion(Offers offers) implements Question {
  private static final int MOST_TRIES = 10;

  @Override
  public String subject() {
    return "tolerance of what is unknown";
  }

  @Override
  public Readiness readiness(Findings known) {
    if (known.knows(Feature.GREASED_VALUES)) {
      return Readiness.MOOT;
    }
    if (!known.isSettled(TlsVersion.TLS_1_3) || !known.isSettled(TlsVersion.TLS_1_2)) {
      return Readiness.NOT_YET;
    }
    boolean alone =
        known.version(TlsVersion.TLS_1_3).isYes() && !known.version(TlsVersion.TLS_1_2).isYes();
    return alone ? Readiness.READY : Readiness.MOOT;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    ToleranceRider rider = new ToleranceRider();
    ClientHello hello = offers.hello(TlsVersion.TLS_1_3, SuiteClass.ALL.in(TlsVersion.TLS_1_3));
    for (int i = 0; i < MOST_TRIES && !rider.isDone(known); i++) {
      HelloOutcome outcome = asker.ask(rider.on(hello, known));
      rider.hear(outcome, Outcomes.accepted(outcome, TlsVersion.TLS_1_3), known);
    }
  }
}
