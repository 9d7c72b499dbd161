package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.Ssl2Hello;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.List;

/** Whether the server speaks SSLv2. */
record Ssl2Question() implements Question {
  private static final int MOST_NAMES = 8;

  @Override
  public String subject() {
    return TlsVersion.SSL_2.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    return known.isSettled(TlsVersion.SSL_2) ? Readiness.MOOT : Readiness.READY;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    List<Integer> suites =
        CipherSuites.in(TlsVersion.SSL_2).stream().map(SuiteProperties::code).toList();
    HelloOutcome outcome = asker.ask(Ssl2Hello.of(suites));
    switch (outcome) {
      case HelloOutcome.Ssl2Accepted(var shared, var certificate) -> {
        known.version(TlsVersion.SSL_2, Trait.yes(words(shared)));
        shared.forEach(suite -> known.accepted(TlsVersion.SSL_2, suite));
        known.refused(
            TlsVersion.SSL_2, suites.stream().filter(suite -> !shared.contains(suite)).toList());
      }
      case HelloOutcome.Silent silent ->
          known.version(TlsVersion.SSL_2, Trait.unknown(Outcomes.words(outcome)));
      default -> known.version(TlsVersion.SSL_2, Trait.no(Outcomes.words(outcome)));
    }
  }

  private static String words(List<Integer> shared) {
    return shared.isEmpty()
        ? "the server answered, though without a cipher"
        : "the server answered with "
            + String.join(
                ", ",
                shared.stream()
                    .limit(MOST_NAMES)
                    .map(CipherSuites::named)
                    .map(CipherSuite::name)
                    .toList());
  }
}
