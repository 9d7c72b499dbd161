package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.VersionFacts;
import dev.smtpscope.target.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The audit finds what {@code testssl.sh} finds, but for the differences that docs/tls-audit.md
 * explains. Run by bench/tls-audit/agreement, one server after the other: each takes minutes. What
 * {@code testssl.sh} wrote is kept in {@code target/testssl}, and read from there when it is there.
 */
@EnabledIfSystemProperty(named = "smtpscope.bench", matches = "testssl")
@Execution(ExecutionMode.SAME_THREAD)
class TestsslAgreementTest {
  private static final Path KEPT = Path.of("target", "testssl");

  /** Its OpenSSL can shake no hands in TLS 1.0, and it takes that for a refusal. */
  private static final Map<Scenario, Map<String, String>> EXPLAINED =
      Map.of(
          Scenario.POSTFIX_TLS_1_0,
          Map.of(
              "renegotiation by the client", "UNKNOWN, not NO",
              "resumption by ticket or PSK", "YES, not NO"));

  @ParameterizedTest
  @EnumSource(
      names = {"POSTFIX_GOOD", "POSTFIX_ECDSA", "POSTFIX_TLS_1_0", "EXIM_GOOD", "SENDMAIL_GOOD"})
  void bothFindTheSame(Scenario scenario) throws IOException {
    Endpoint server = new Endpoint(RealServers.spare(scenario).address(), Service.onPort(25));
    TestsslReport theirs = theirs(scenario, server);
    Audited ours = Audited.now(server, AuditDepth.DEEP);
    AuditedFacts facts = new AuditedFacts(ours);

    assertThat(ours.audit().completion()).isEqualTo(new Completion.Complete());
    assertThat(differences(facts, theirs)).isEqualTo(EXPLAINED.getOrDefault(scenario, Map.of()));
    assertThat(theirs.facts()).hasSizeGreaterThan(20);
    assertThat(ours.suites(SuiteScanner.SSLSCAN)).isEqualTo(theirs.suites());
    assertThat(facts.curves()).isEqualTo(theirs.curves());
    assertThat(facts.finiteFields()).isEqualTo(theirs.finiteFields());
    assertThat(ours.audit().spoken().map(VersionFacts::preference))
        .doesNotContain(
            theirs.serverOrder() == Support.YES ? Preference.CLIENT : Preference.SERVER);
    theirs
        .ticketLifetime()
        .ifPresent(lifetime -> assertThat(ours.audit().ticketLifetime()).contains(lifetime));
  }

  /** Where {@code testssl.sh} has a word, and the audit another. */
  private static Map<String, String> differences(AuditedFacts ours, TestsslReport theirs) {
    Map<String, Support> own = ours.facts();
    Map<String, String> differences = new TreeMap<>();
    theirs
        .facts()
        .forEach((name, support) -> {
          if (own.get(name) != support) {
            differences.put(name, "%s, not %s".formatted(own.get(name), support));
          }
        });
    return differences;
  }

  private static TestsslReport theirs(Scenario scenario, Endpoint server) throws IOException {
    Path file = KEPT.resolve(scenario + ".json");
    if (!Files.exists(file)) {
      List<String> json = RealServers.available(() -> Testssl.json(server, TestsslReport.OPTIONS));
      Files.createDirectories(KEPT);
      Files.write(file, json);
    }
    return TestsslReport.of(Files.readAllLines(file));
  }
}
