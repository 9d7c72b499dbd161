package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.CheckResult;
import dev.smtpscope.judge.Checks;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.software.Product;
import dev.smtpscope.judge.software.Software;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.UnacceptingPort;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scale of verdicts, roles and outcomes. */
class VerdictRulesTest {
  private static Service relay(int port) {
    return new Service(port, Role.MX, TlsMode.STARTTLS);
  }

  @Test
  void everyCheckEndsOnceOnEverySubject() {
    Seen seen = Seen.faulty(new Fault.Hang(At.CONNECT), new Fault.Close(At.GREETING));
    List<CheckResult> results = seen.report().verdicts().results();
    assertThat(results)
        .hasSameSizeAs(
            Checks.ALL.stream().filter(check -> !(check instanceof Check.OfDomain)).toList());
    assertThat(results).map(CheckResult::checkId).doesNotHaveDuplicates();
  }

  @Test
  void everyFindingCarriesItsEvidenceAndItsRemedy() {
    Behaviour bad =
        Behaviours.plainAuthOnSubmission(Seen.HOST)
            .capability("AUTH=LOGIN")
            .without("8BITMIME")
            .tls(
                Seen.tls(
                    Chain.of(
                        Seen.CA.selfSigned(
                            Seen.CA.server("www.example.net").expired(Duration.ofDays(2))))))
            .fault(new Fault.BareLf(At.EHLO));
    List<Finding> findings = Seen.submission(bad).report().verdicts().findings();
    assertThat(findings).hasSizeGreaterThan(5);
    for (Finding finding : findings) {
      assertThat(finding.evidence()).as(finding.id()).isNotEmpty().doesNotContain("");
      assertThat(finding.why()).isNotBlank();
      assertThat(finding.fix().advice()).isNotBlank();
      assertThat(finding.references()).isNotEmpty();
      assertThat(finding.reproduce()).isNotBlank();
    }
    assertThat(findings)
        .filteredOn(f -> f.id().equals("auth-plaintext-before-tls"))
        .singleElement()
        .extracting(Finding::fix)
        .isEqualTo(
            new Fix(
                "Offer AUTH only after STARTTLS.",
                Optional.of(
                    new Fix.Configuration(
                        "Postfix", "/etc/postfix/main.cf", List.of("smtpd_tls_auth_only = yes")))));
  }

  @Test
  void theRoleDecidesAndNotTheNumber() {
    var server = Seen.postfix();
    assertThat(Seen.relay(server).findings()).isEmpty();
    for (Role role : List.of(Role.SUBMISSION, Role.ALTERNATE)) {
      assertThat(Seen.of(role, TlsMode.STARTTLS, Seen.PATIENT, server).findings())
          .containsExactly("warning auth-missing-on-submission");
    }
  }

  @Test
  void theUsualPortsMayBeClosed() throws Exception {
    try (ScriptedSmtpServer mx = ScriptedSmtpServer.start(Seen.postfix())) {
      Seen seen =
          Seen.of(
              Seen.named(relay(mx.port()), Service.onPort(465), Service.onPort(587)),
              Seen.PATIENT,
              mx.address());
      assertThat(seen.findings()).isEmpty();
      assertThat(Summary.of(seen.report()).outcome()).isEqualTo(Outcome.FINE);
    }
    try (ScriptedSmtpServer users = ScriptedSmtpServer.start(Seen.submissionServer())) {
      Service submission = new Service(users.port(), Role.SUBMISSION, TlsMode.STARTTLS);
      Seen seen =
          Seen.of(Seen.named(Service.onPort(25), submission), Seen.PATIENT, users.address());
      assertThat(seen.findings()).isEmpty();
    }
  }

  @Test
  void aHostWithNoneOpenIsUnreachable() {
    Seen seen =
        Seen.of(
            Seen.named(Service.onPort(25), Service.onPort(465), Service.onPort(587)),
            Seen.PATIENT,
            Loopback.address());
    assertThat(seen.findings()).containsExactly("error host-unreachable");
    assertThat(Summary.of(seen.report()).outcome()).isEqualTo(Outcome.NOT_TESTED);
  }

  @Test
  void aRelayThatWantsTlsFromAllIsNoFalseAlarm() {
    Seen seen = Seen.relay(Behaviours.tlsForAll(Seen.HOST).tls(Seen.tls()));
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void noRemedyForcesTlsOnEveryPort() {
    Software postfix =
        new Software(Product.POSTFIX, Optional.empty(), Software.Certainty.STATED, List.of("x"));
    Checks.ALL.stream()
        .flatMap(check -> check.remedies().stream())
        .flatMap(remedy -> remedy.fix(Optional.of(postfix)).configuration().stream())
        .filter(configuration -> configuration.where().endsWith("main.cf"))
        .forEach(configuration ->
            assertThat(configuration.lines())
                .noneMatch(line -> line.matches("smtpd_tls_security_level *= *encrypt.*"))
                .noneMatch(line -> line.matches("smtpd_enforce_tls *= *yes.*")));
  }

  @Test
  void noTlsAtAllWeighsByWhatIsAtStake() {
    Behaviour bare = Behaviours.withoutStartTls(Seen.HOST);
    assertThat(Seen.relay(bare).findings()).containsExactly("warning starttls-missing");
    assertThat(Seen.submission(bare.capability("AUTH PLAIN")).findings())
        .containsExactly("error starttls-missing");
  }

  @Test
  void fiveWaysNotToGetThroughAreTold() throws Exception {
    assertThat(at(Loopback.refusing().getAddress(), Loopback.refusing().getPort()).sentence())
        .isEqualTo("refused");
    try (UnacceptingPort full = UnacceptingPort.open()) {
      assertThat(at(full.endpoint().getAddress(), full.endpoint().getPort()).sentence())
          .isEqualTo("timed out after 700 ms");
    }
    assertThat(Seen.faulty(new Fault.Close(At.GREETING)).sentence())
        .isEqualTo("closed without a greeting");
    assertThat(Seen.resetting().sentence()).isEqualTo("reset without a greeting");
    Report unreachable =
        Scenes.report(Scene.on(25).dial(new DialOutcome.Unreachable("no route to host")));
    assertThat(Summary.of(unreachable).endpoints().getFirst().sentence())
        .isEqualTo("unreachable: no route to host");
  }

  private static Seen at(InetAddress address, int port) {
    return Seen.of(Seen.named(relay(port)), Seen.SHORT, address);
  }

  @Test
  void aTimeOutOnPort25MayBeOurOwnNetwork() {
    Scene timedOut = Scene.on(25).dial(new DialOutcome.TimedOut(Duration.ofSeconds(10)));
    Finding finding = Scenes.report(timedOut).verdicts().findings().getFirst();
    assertThat(finding.id()).isEqualTo("host-unreachable");
    assertThat(finding.why()).contains("may be on this side").contains("known to answer");
  }

  @Test
  void anIpVersionThatWeLackIsNoFinding() {
    Scene v6 = Scene.on(25).at("2001:db8::1").dial(new DialOutcome.Unreachable("no route to host"));
    Report report = Scenes.report(Scene.on(25), v6);
    assertThat(report.verdicts().findings()).isEmpty();
    assertThat(report.verdicts().results())
        .filteredOn(r -> r.checkId().equals("address-unreachable"))
        .singleElement()
        .extracting(CheckResult::judgement)
        .isInstanceOf(Judgement.Inconclusive.class);
    assertThat(Scenes.report(v6).verdicts().findings()).isEmpty();
  }

  @Test
  void oneBadAddressOfSeveralIsToldByItself() throws Exception {
    InetAddress bad = Loopback.address();
    try (ScriptedSmtpServer good = ScriptedSmtpServer.start(Seen.postfix())) {
      Seen deaf = Seen.of(Seen.named(relay(good.port())), Seen.PATIENT, good.address(), bad);
      assertThat(deaf.findings()).containsExactly("warning address-unreachable");
      assertThat(deaf.finding("address-unreachable").title()).contains(bad.getHostAddress());
    }
  }

  @Test
  void oneFaultyAddressOfSeveralIsJudgedByItself() throws Exception {
    try (ScriptedSmtpServer good = ScriptedSmtpServer.start(Seen.postfix());
        ScriptedSmtpServer bad =
            ScriptedSmtpServer.on(Loopback.address(), good.port())
                .start(Behaviours.withoutStartTls(Seen.HOST))) {
      Seen seen =
          Seen.of(Seen.named(relay(good.port())), Seen.PATIENT, good.address(), bad.address());
      assertThat(seen.findings()).containsExactly("warning starttls-missing");
      assertThat(seen.finding("starttls-missing").subject().toString())
          .contains(bad.address().getHostAddress());
    }
  }

  @Test
  void oneConnectionAnEndpointAndACleanLeave() throws Exception {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.start(Seen.submissionServer())) {
      Seen.of(
          Seen.named(new Service(server.port(), Role.SUBMISSION, TlsMode.STARTTLS)),
          Seen.PATIENT,
          server.address());
      var heard = server.awaitConversation(Duration.ofSeconds(20));
      assertThat(heard.quit()).isTrue();
      assertThat(heard.spokeEarly()).isFalse();
      assertThat(server.connections()).isEqualTo(1);
    }
  }
}
