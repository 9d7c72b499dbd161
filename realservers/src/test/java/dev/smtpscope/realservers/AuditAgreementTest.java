package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.target.Service;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit finds the suites that other scanners find, and misses none. */
class AuditAgreementTest {
  private static final Map<Scenario, Audited> AUDITS = new ConcurrentHashMap<>();

  @ParameterizedTest
  @EnumSource(
      names = {"POSTFIX_GOOD", "POSTFIX_ECDSA", "POSTFIX_TLS_1_0", "EXIM_GOOD", "SENDMAIL_GOOD"})
  void sslscanFindsTheSame(Scenario scenario) {
    agree(scenario, SuiteScanner.SSLSCAN);
  }

  /** It connects so often at once that Exim turns it away. */
  @ParameterizedTest
  @EnumSource(names = {"POSTFIX_GOOD", "POSTFIX_ECDSA", "POSTFIX_TLS_1_0", "SENDMAIL_GOOD"})
  void nmapFindsTheSame(Scenario scenario) {
    agree(scenario, SuiteScanner.NMAP);
  }

  private static void agree(Scenario scenario, SuiteScanner other) {
    Endpoint server = endpoint(scenario);
    Audited ours = AUDITS.computeIfAbsent(scenario, _ -> Audited.now(server, AuditDepth.FULL));
    Set<String> theirs = RealServers.available(() -> other.suites(server));

    assertThat(ours.audit().completion()).isEqualTo(new Completion.Complete());
    assertThat(theirs).isNotEmpty();
    assertThat(without(theirs, ours.suites(other))).as("missed").isEmpty();
    assertThat(without(ours.suites(other), theirs))
        .as("found by us alone")
        .allMatch(suite -> OpenSslSuites.accepts(server, suite));
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  private static Endpoint endpoint(Scenario scenario) {
    return new Endpoint(RealServers.spare(scenario).address(), Service.onPort(25));
  }
}
