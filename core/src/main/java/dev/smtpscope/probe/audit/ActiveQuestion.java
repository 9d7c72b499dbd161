package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Trait;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A test that behaves as an attacker would. It comes last, when all that could make it needless is
 * known.
 */
record ActiveQuestion(ActiveTest test, Attempt attempt) implements Question {
  /** What the test does. */
  interface Attempt {
    /** Why the test is not needed, from what is known: the answer then is no. */
    default Optional<String> needless(Findings known) {
      return Optional.empty();
    }

    /** Tries; the answer is yes where the server has the weakness. */
    Trait attempt(Asker asker, Findings known) throws EndedException;
  }

  @Override
  public String subject() {
    return test.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (known.knows(test)) {
      return Readiness.MOOT;
    }
    boolean settled =
        Stream.of(
                TlsVersion.TLS_1_3,
                TlsVersion.TLS_1_2,
                TlsVersion.TLS_1_1,
                TlsVersion.TLS_1_0,
                TlsVersion.SSL_3)
            .allMatch(known::isSettled);
    boolean enumerated =
        known.newestClear().map(version -> known.isEnumerated(version)).orElse(true);
    return settled && enumerated ? Readiness.READY : Readiness.NOT_YET;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    Optional<String> needless = attempt.needless(known);
    known.active(
        test, needless.isPresent() ? Trait.no(needless.get()) : attempt.attempt(asker, known));
  }
}
