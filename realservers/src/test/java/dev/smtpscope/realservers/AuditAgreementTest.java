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
  @EnumSource(names = {"POSTFIX_GOOD", "POSTFIX_ECDSA", "POSTFIX_TLS_1_0", "EXIM_GOOD", "SENDMAIL_GOOD"})
  void sslscanFindsTheSame(Scenario scenario) {
    agree(scenario, SuiteScanner.SSLSCAN);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTFIX_GOOD", "POSTFIX_ECDSA", "POSTFIX_TLS_1_0", "EXIM_GOOD", "SENDMAIL_GOOD"})
  void nmapFindsTheSame(Scenario scenario) {
    agree(scenario, SuiteScanner.NMAP);
  }

  private static void agree(Scenario scenario, SuiteScanner other) {
    Endpoint server = endpoint(scenario);
    Audited ours = AUDITS.computeIfAbsent(scenario, _ -> Audited.now(server, AuditDepth.FULL));
    Set<String> theirs = RealServers.available(() -> other.suites(server));

    assertThat(ours.audit().completion()).isEqualTo(new Completion.Complete());
    assertThat(theirs).isNotEmpty();
    assertThat(ours.suites(other)).as("missed").containsAll(theirs);
    Set<String> more = new TreeSet<>(ours.suites(other));
    more.removeAll(theirs);
    assertThat(more).as("found by us alone").isEmpty();
  }

  private static Endpoint endpoint(Scenario scenario) {
    return new Endpoint(RealServers.running(scenario).address(), Service.onPort(25));
  }
}
