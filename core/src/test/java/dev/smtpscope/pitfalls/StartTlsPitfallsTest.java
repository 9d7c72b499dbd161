package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Conversation;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way into TLS, and what must not be taken along. */
class StartTlsPitfallsTest {
  @Test
  void starttlsHasNoParameterAndNothingIsSaidOutOfTurn() throws Exception {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.start(Seen.postfix())) {
      Seen.of(
          Seen.named(new dev.smtpscope.target.Service(server.port(), Role.MX, TlsMode.STARTTLS)),
          Seen.PATIENT,
          server.address());
      Conversation heard = server.awaitConversation(Duration.ofSeconds(20));
      assertThat(heard.plainCommands()).last().isEqualTo("STARTTLS");
      assertThat(heard.spokeEarly()).isFalse();
      assertThat(heard.quit()).isTrue();
      assertThat(heard.problem()).isEmpty();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          454 4.7.0 TLS not available due to local problem      | warning
          454 4.7.0 Error: too many new TLS sessions from 10.0.0.1 | notice
          421 4.7.0 Too many connections from your address      | notice
          502 5.5.1 Command not implemented                     | warning
          530 5.7.0 Authentication required                     | warning
          250 Ok                                                | warning
          """)
  void aRefusalIsNoLackOfStarttls(String reply, String severity) {
    Seen seen = Seen.relay(Seen.postfix().reply("STARTTLS", reply));
    assertThat(seen.findings()).containsExactly(severity + " starttls-broken");
    assertThat(seen.finding("starttls-broken").evidence()).contains(reply);
    assertThat(seen.passed()).contains("starttls-missing");
    assertThat(seen.unanswered()).contains("certificate-expired", "tls-version-outdated");
  }

  @Test
  void aLastingRefusalIsAnErrorOnSubmission() {
    Behaviour server = Seen.submissionServer();
    assertThat(Seen.submission(server.reply("STARTTLS", "502 no")).findings())
        .containsExactly("error starttls-broken");
    assertThat(Seen.submission(server.reply("STARTTLS", "454 4.7.0 TLS not available")).findings())
        .containsExactly("warning starttls-broken");
  }

  @Test
  void whatWasLearntBeforeTlsIsForgotten() {
    Seen seen =
        Seen.submission(
            Behaviour.of(Seen.HOST)
                .capabilities("STARTTLS", "AUTH SCRAM-SHA-256", "X-BEFORE")
                .capabilitiesInTls("X-AFTER")
                .tls(Seen.tls()));
    assertThat(seen.facts().helloInTls().capabilities().keywords()).containsExactly("X-AFTER");
    assertThat(seen.findings()).containsExactly("warning auth-missing-on-submission");
  }

  @Test
  void starttlsInsideTlsIsReported() {
    Seen seen =
        Seen.relay(
            Behaviour.of(Seen.HOST)
                .capabilities("STARTTLS")
                .capabilitiesInTls("STARTTLS")
                .tls(Seen.tls()));
    assertThat(seen.findings()).containsExactly("notice starttls-offered-inside-tls");
    assertThat(seen.said()).filteredOn(l -> l.endsWith("STARTTLS")).containsExactly("STARTTLS");
  }

  @Test
  void starttlsInsideImplicitTlsIsReported() {
    Seen seen =
        Seen.submissions(
            Behaviours.submissions(Seen.HOST, Seen.tls())
                .capabilitiesInTls("AUTH PLAIN", "STARTTLS"));
    assertThat(seen.findings()).containsExactly("notice starttls-offered-inside-tls");
  }

  @Test
  void bytesAfterThe220AreEvidenceAndNeverReadInsideTls() {
    Seen seen =
        Seen.faulty(new Fault.EarlyBytes(At.STARTTLS, "250-injected\r\n250 AUTH PLAIN\r\n"));
    assertThat(seen.facts().anomalies())
        .map(Anomaly::kind)
        .containsExactly(Anomaly.Kind.BYTES_AFTER_STARTTLS);
    assertThat(seen.facts().helloInTls().capabilities().has("AUTH")).isFalse();
    assertThat(seen.findings()).singleElement().asString().endsWith(" bytes-after-starttls");
    assertThat(seen.finding("bytes-after-starttls").evidence())
        .anyMatch(line -> line.contains("injected"));
  }

  @ParameterizedTest
  @CsvSource({"CLOSE", "RESET", "ALERT", "PLAIN"})
  void afterABrokenHandshakeNothingIsSaidInPlainText(String how) {
    Fault fault =
        switch (how) {
          case "CLOSE" -> new Fault.Close(At.HANDSHAKE);
          case "RESET" -> new Fault.Reset(At.HANDSHAKE);
          case "ALERT" -> new Fault.TlsAlert(2, 40);
          default -> Fault.plainAfterStartTls();
        };
    Seen seen = Seen.faulty(fault);
    assertThat(seen.said()).last().isEqualTo("STARTTLS");
    assertThat(seen.findings()).containsExactly("warning tls-handshake-failed");
    assertThat(seen.unanswered()).contains("certificate-expired", "starttls-offered-inside-tls");
    assertThat(Seen.submission(Seen.submissionServer().fault(fault)).findings())
        .containsExactly("error tls-handshake-failed");
  }

  @Test
  void anAlertIsDecoded() {
    Seen seen = Seen.faulty(new Fault.TlsAlert(2, 40));
    assertThat(((TlsOutcome.Failed) seen.facts().tls()).failure())
        .isInstanceOf(HandshakeFailure.AlertReceived.class);
    assertThat(seen.finding("tls-handshake-failed").title()).contains("handshake_failure");
  }

  @Test
  void keywordsMayDifferBeforeAndInsideTls() {
    Seen seen =
        Seen.submission(
            Behaviour.of(Seen.HOST)
                .capabilities("STARTTLS", "8BITMIME")
                .capabilitiesInTls("8BITMIME", "AUTH PLAIN", "REQUIRETLS", "CHUNKING")
                .tls(Seen.tls()));
    assertThat(seen.findings()).isEmpty();
    assertThat(seen.facts().helloInTls().capabilities().has("REQUIRETLS")).isTrue();
  }

  @Test
  void starttlsThatIsMaskedAndWorksIsUsed() {
    Seen seen = Seen.relay(Behaviours.ciscoAsa(Seen.HOST).tls(Seen.tls()));
    assertThat(seen.facts().session()).isPresent();
    assertThat(seen.findings()).containsExactly("warning capabilities-masked");
    assertThat(seen.unanswered()).contains("starttls-missing");
  }

  @ParameterizedTest
  @CsvSource({"500 5.5.1 unrecognized", "502 no", "454 4.7.0 TLS not available"})
  void starttlsThatIsMaskedAndRefusedIsTheFirewallsDoing(String reply) {
    Seen seen = Seen.relay(Behaviours.ciscoAsa(Seen.HOST).reply("STARTTLS", reply));
    assertThat(seen.findings()).containsExactly("warning capabilities-masked");
    assertThat(seen.unanswered()).contains("starttls-missing", "starttls-broken");
  }

  @Test
  void starttlsIsMissingWhereItIs() {
    assertThat(Seen.relay(Behaviours.withoutStartTls(Seen.HOST)).findings())
        .containsExactly("warning starttls-missing");
    assertThat(
            Seen.submission(Behaviours.withoutStartTls(Seen.HOST).capability("AUTH PLAIN")).all())
        .contains("error starttls-missing")
        .doesNotContain("error auth-plaintext-before-tls");
  }

  @Test
  void aClientCertificateThatIsDemandedIsAFailedHandshake() {
    Seen seen =
        Seen.relay(
            Behaviours.postfix(Seen.HOST)
                .tls(Seen.tls().clientAuth(dev.smtpscope.testkit.ServerTls.ClientAuth.NEEDED)));
    assertThat(seen.findings()).containsExactly("warning tls-handshake-failed");
    assertThat(seen.severity("tls-handshake-failed")).isEqualTo(Severity.WARNING);
    assertThat(seen.facts().quit()).isInstanceOf(Answer.NotAsked.class);
  }
}
