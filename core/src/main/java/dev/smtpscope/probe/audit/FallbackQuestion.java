package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.reference.tls.CipherSuites;
import java.util.List;
import java.util.stream.Stream;

/** Whether the server refuses a client that falls back without need (RFC 7507). */
record FallbackQuestion(Offers offers) implements Question {
  private static final int ENOUGH = 20;

  @Override
  public String subject() {
    return Feature.FALLBACK_SCSV.label();
  }

  private static Stream<TlsVersion> all() {
    return Stream.of(
        TlsVersion.TLS_1_3,
        TlsVersion.TLS_1_2,
        TlsVersion.TLS_1_1,
        TlsVersion.TLS_1_0,
        TlsVersion.SSL_3);
  }

  private static List<TlsVersion> spoken(Findings known) {
    return all().filter(version -> known.version(version).isYes()).toList();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (known.knows(Feature.FALLBACK_SCSV)) {
      return Readiness.MOOT;
    }
    if (spoken(known).size() > 1 && all().limit(2).allMatch(known::isSettled)) {
      return Readiness.READY;
    }
    return all().allMatch(known::isSettled) ? Readiness.MOOT : Readiness.NOT_YET;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    TlsVersion older = spoken(known).get(1);
    List<Integer> suites =
        Stream.concat(
                known.accepted(older).stream().limit(ENOUGH), Stream.of(CipherSuites.FALLBACK_SCSV))
            .toList();
    HelloOutcome outcome = asker.ask(offers.hello(older, suites));
    known.feature(Feature.FALLBACK_SCSV, trait(outcome, older));
  }

  private static Trait trait(HelloOutcome outcome, TlsVersion older) {
    if (Outcomes.isAlert(outcome, Outcomes.INAPPROPRIATE_FALLBACK)) {
      return Trait.yes(Outcomes.words(outcome));
    }
    return outcome instanceof HelloOutcome.Accepted
        ? Trait.no("the server chose " + older.label() + " all the same")
        : Trait.unknown(Outcomes.words(outcome));
  }
}
