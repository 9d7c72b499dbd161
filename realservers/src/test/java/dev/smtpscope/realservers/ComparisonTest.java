package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.realservers.OpenSslClient.Handshake;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** On real servers smtpscope sees what independent tools see, and finds what is wrong with each. */
class ComparisonTest {
  private static final Set<String> TRUST =
      Set.of(
          "certificate-expired",
          "certificate-not-yet-valid",
          "certificate-name-mismatch",
          "certificate-self-signed",
          "certificate-chain-incomplete",
          "certificate-untrusted-root",
          "certificate-chain-broken",
          "certificate-weak-signature",
          "certificate-weak-key");

  static Stream<ScenarioTest.Port> talking() {
    return ScenarioTest.talking();
  }

  static Stream<ScenarioTest.Port> inTls() {
    return ScenarioTest.inTls();
  }

  @ParameterizedTest
  @MethodSource("inTls")
  void seesTheSessionThatOpenSslSees(ScenarioTest.Port port) {
    Checked checked = Checked.of(port.scenario());
    EndpointFacts ours = checked.at(port.listener());
    Handshake theirs = OpenSslClient.handshake(checked.server(), port.listener());

    TlsSession session = ours.session().orElseThrow(() -> new AssertionError(ours.tls()));
    assertThat(opensslName(session)).isEqualTo(theirs.protocol().orElseThrow());
    assertThat(session.certificates())
        .map(PeerCertificate::sha256)
        .isEqualTo(theirs.fingerprints());
    assertThat(session.group().orElseThrow().name())
        .isEqualToIgnoringCase(theirs.group().orElseThrow());
    if (port.scenario() != Scenario.POSTFIX_TLS_1_0) {
      assertThat(session.suite().name()).isEqualTo(theirs.cipher().orElseThrow());
      assertThat(session.signature().orElseThrow().name())
          .startsWith(
              theirs.signatureType().orElseThrow().toLowerCase(Locale.ROOT).replace('-', '_'))
          .endsWith(theirs.signatureDigest().orElseThrow().toLowerCase(Locale.ROOT));
    }
  }

  private static String opensslName(TlsSession session) {
    return session.version().label().replace("TLSv1.0", "TLSv1");
  }

  /**
   * OpenSSL at level 2 asks for all that TRUST lists; a certificate with a common name only passes.
   */
  @ParameterizedTest
  @MethodSource("inTls")
  void trustsWhatOpenSslTrusts(ScenarioTest.Port port) {
    Checked checked = Checked.of(port.scenario());
    Handshake theirs = OpenSslClient.handshake(checked.server(), port.listener());
    Set<String> distrust =
        checked.findings().stream()
            .filter(line -> line.startsWith(port.listener().port() + " "))
            .map(line -> line.substring(line.lastIndexOf(' ') + 1).replaceFirst("/.*", ""))
            .filter(TRUST::contains)
            .collect(Collectors.toSet());

    assertThat(distrust.isEmpty())
        .as("%s, openssl: %s", distrust, theirs.verifyCode())
        .isEqualTo(theirs.verifyCode() == 0);
    assertThat(distrust.stream().map(CODES::get).toList())
        .isEqualTo(theirs.verifyCode() == 0 ? List.of() : List.of(theirs.verifyCode()));
  }

  /** X509_V_ERR numbers of OpenSSL. */
  private static final Map<String, Integer> CODES =
      Map.of(
          "certificate-not-yet-valid", 9,
          "certificate-expired", 10,
          "certificate-self-signed", 18,
          "certificate-chain-incomplete", 21,
          "certificate-name-mismatch", 62,
          "certificate-weak-key", 66,
          "certificate-weak-signature", 68);

  @ParameterizedTest
  @MethodSource("talking")
  void hearsTheCapabilitiesThatSwaksHears(ScenarioTest.Port port) {
    Checked checked = Checked.of(port.scenario());
    EndpointFacts ours = checked.at(port.listener());
    Swaks.Session theirs =
        RealServers.available(() -> Swaks.ehlo(checked.server(), port.listener()));

    assertThat(lines(ours.hello().capabilities().all())).isEqualTo(theirs.capabilities(false));
    if (port.scenario().completesHandshakes()) {
      assertThat(lines(ours.helloInTls().capabilities().all()))
          .isEqualTo(theirs.capabilities(true));
    }
    assertThat(ours.greeting().received().map(Reply::line).map(ComparisonTest::undated))
        .isEqualTo(theirs.greeting().map(ComparisonTest::undated));
  }

  private static String undated(String greeting) {
    return greeting.replaceFirst(", \\d\\d \\w{3} .*", "");
  }

  private static List<String> lines(List<Capability> capabilities) {
    return capabilities.stream().map(Capability::line).toList();
  }

  @ParameterizedTest
  @MethodSource("talking")
  void tellsTheSoftware(ScenarioTest.Port port) {
    Checked checked = Checked.of(port.scenario());
    assertThat(checked.insight(port.listener()).software())
        .hasValueSatisfying(software ->
            assertThat(software.product().name()).isEqualTo(port.scenario().software().name()));
  }

  /** The whole list for each scenario, so that a false alarm shows as well as a missed fault. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"POSTFIX_RATE_LIMITED", "OPENSMTPD_TLS"})
  void findsWhatIsWrongAndNothingElse(Scenario scenario) {
    assertThat(Checked.of(scenario).findings()).isEqualTo(ExpectedFindings.of(scenario));
  }

  /** A limit on connections says something about us, and nothing about the server's TLS. */
  @Test
  void namesTheRateLimitAndNoLackOfTls() {
    RunningServer server =
        RealServers.available(
            () -> RunningServer.start(Scenario.POSTFIX_RATE_LIMITED, RealServers.pki()));
    try (server) {
      assertThat(Checked.again(server).findings()).isEmpty();
      Checked limited = Checked.again(server);
      assertThat(limited.findings()).containsExactly("25 notice greeting-rejected");
      assertThat(limited.report().verdicts().findings().getFirst().title())
          .contains("421")
          .containsPattern("(?i)connection|rate|fast");
      assertThat(limited.report().verdicts().results())
          .filteredOn(result -> result.checkId().startsWith("starttls-"))
          .filteredOn(result -> !(result.judgement() instanceof Judgement.NotApplicable))
          .hasSizeGreaterThanOrEqualTo(3)
          .allMatch(result -> result.judgement() instanceof Judgement.Inconclusive);
    }
  }

  /** Where OpenSSL's client gets no handshake, neither do we, and the alert is the same. */
  @Test
  void failsWhereOpenSslFails() {
    Checked checked = Checked.of(Scenario.OPENSMTPD_TLS);
    for (Listener listener : checked.server().listeners()) {
      Handshake theirs = OpenSslClient.handshake(checked.server(), listener);
      TlsOutcome ours = checked.at(listener).tls();
      assertThat(ours instanceof TlsOutcome.Established)
          .as("%s, openssl: %s", ours, theirs.output())
          .isEqualTo(theirs.errors().isEmpty());
      if (ours instanceof TlsOutcome.Failed(HandshakeFailure failure, var v, var c)
          && failure instanceof HandshakeFailure.AlertReceived(TlsAlert alert)) {
        assertThat(theirs.errors()).anyMatch(line -> line.endsWith("number " + alert.code()));
        String severity = listener.port() == 25 ? "warning" : "error";
        assertThat(checked.findings())
            .contains(listener.port() + " " + severity + " tls-handshake-failed");
      }
    }
  }

  @Test
  void buildsThePathOfAGoodServer() {
    Checked checked = Checked.of(Scenario.POSTFIX_GOOD);
    for (Listener listener : checked.server().listeners()) {
      assertThat(checked.insight(listener).path()).get().isInstanceOf(PathVerdict.Trusted.class);
    }
  }
}
