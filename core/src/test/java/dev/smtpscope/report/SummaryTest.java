package dev.smtpscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.PeerProtocol;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.judge.CheckResult;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Subject;
import dev.smtpscope.judge.Verdicts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final DialOutcome TIMED_OUT = new DialOutcome.TimedOut(Duration.ofSeconds(10));

  @Test
  void aServerWithoutFindingsIsFine() {
    Summary summary = summary(List.of(), Scene.on(25));

    assertThat(summary.outcome()).isEqualTo(Outcome.FINE);
    assertThat(summary.sentence()).isEqualTo("mail.example.org works; nothing to mend.");
  }

  @Test
  void noticesLeaveAServerFine() {
    Summary summary = summary(List.of(Severity.NOTICE, Severity.INFO), Scene.on(25));

    assertThat(summary.outcome()).isEqualTo(Outcome.FINE);
    assertThat(summary.sentence())
        .isEqualTo("mail.example.org works, with 1 notice and 1 for information.");
  }

  @Test
  void warningsAndErrorsAreCountedAndTheWorstIsNamed() {
    Summary summary =
        summary(List.of(Severity.WARNING, Severity.ERROR, Severity.WARNING), Scene.on(25));

    assertThat(summary.outcome()).isEqualTo(Outcome.FINDINGS);
    assertThat(summary.sentence())
        .isEqualTo("mail.example.org has 1 error and 2 warnings; first: a title of error.");
    assertThat(summary.count(Severity.WARNING)).isEqualTo(2);
    assertThat(summary.count(Severity.NOTICE)).isZero();
    assertThat(summary.endpoints().getFirst().worst()).contains(Severity.ERROR);
  }

  @Test
  void aHandshakeThatWasBrokenOffIsNoSignOfHealth() {
    TlsOutcome brokenOff =
        new TlsOutcome.Failed(new HandshakeFailure.Interrupted(), Optional.empty(), List.of());
    Scene scene = Scene.on(465).tls(brokenOff);

    assertThat(summary(List.of(), scene).outcome()).isEqualTo(Outcome.NOT_TESTED);
    assertThat(summary(List.of(Severity.WARNING), scene).outcome()).isEqualTo(Outcome.FINDINGS);
  }

  @Test
  void anUnknownNameIsNotTested() {
    Report report =
        Report.of(
            Scenes.facts(new Lookup.NotFound("NXDOMAIN", Duration.ofMillis(5))), Scenes.RULES);

    assertThat(Summary.of(report).outcome()).isEqualTo(Outcome.NOT_TESTED);
    assertThat(Summary.of(report).sentence())
        .isEqualTo("mail.example.org could not be tested: its name has no address.");
  }

  @Test
  void unreachablePortsAreNotTested() {
    Summary summary =
        summary(
            List.of(Severity.ERROR),
            Scene.on(25).dial(TIMED_OUT),
            Scene.on(587).dial(new DialOutcome.Refused()));

    assertThat(summary.outcome()).isEqualTo(Outcome.NOT_TESTED);
    assertThat(summary.sentence())
        .isEqualTo(
            "mail.example.org could not be tested: port 25 timed out after 10 s; port 587 refused.");
  }

  @Test
  void aRejectionIsNotATest() {
    Summary summary = summary(List.of(), Scene.on(25).greeting("554 5.7.1 listed"));

    assertThat(summary.outcome()).isEqualTo(Outcome.NOT_TESTED);
    assertLine(
        Scene.on(25).greeting("554 5.7.1 listed"),
        EndpointState.REJECTED,
        "rejected: 554 5.7.1 listed");
  }

  @Test
  void anotherProtocolIsATest() {
    Answer ssh = new Answer.NotSmtp(PeerProtocol.SSH, "SSH-2.0-OpenSSH");

    assertThat(summary(List.of(Severity.ERROR), Scene.on(25).greeting(ssh)).outcome())
        .isEqualTo(Outcome.FINDINGS);
    assertLine(Scene.on(25).greeting(ssh), EndpointState.BROKEN, "another protocol: SSH");
  }

  @Test
  void eachWayToFailIsTold() {
    assertLine(
        Scene.on(25).dial(new DialOutcome.Reset()), EndpointState.CLOSED, "reset while connecting");
    assertLine(
        Scene.on(25).dial(new DialOutcome.Unreachable("no route to host")),
        EndpointState.CLOSED,
        "unreachable: no route to host");
    assertLine(
        Scene.on(25).dial(new DialOutcome.NotAttempted("out of time")),
        EndpointState.NOT_TESTED,
        "not tested: out of time");
    assertLine(
        Scene.on(25).greeting(Scene.silent()), EndpointState.BROKEN, "no greeting within 30 s");
    assertLine(
        Scene.on(25).greeting(new Answer.Closed("")),
        EndpointState.BROKEN,
        "closed without a greeting");
    assertLine(
        Scene.on(25).hello(new Answer.Reset(""), new Answer.NotAsked("reset")),
        EndpointState.BROKEN,
        "reset without an answer to EHLO");
    assertLine(
        Scene.on(25).hello(Scene.replied("500 what"), Scene.replied("550 5.7.1 no")),
        EndpointState.REJECTED,
        "rejected: 550 5.7.1 no");
  }

  @Test
  void tlsIsTold() {
    assertLine(Scene.on(25), EndpointState.OPEN, "open, TLSv1.3, no certificate");
    assertLine(Scene.on(25).offers("SIZE"), EndpointState.OPEN, "open, no STARTTLS");
    assertLine(
        Scene.on(25).tls(new TlsOutcome.Refused(Scene.replied("454 4.7.0 not now"))),
        EndpointState.OPEN,
        "open, STARTTLS refused: 454 4.7.0 not now");
    assertLine(
        Scene.on(465).tls(failed(new HandshakeFailure.NotTls(PeerProtocol.SMTP, "220 m"))),
        EndpointState.BROKEN,
        "TLS handshake failed: the server speaks SMTP in plain text");
  }

  private static TlsOutcome failed(HandshakeFailure failure) {
    return new TlsOutcome.Failed(failure, Optional.empty(), List.of());
  }

  private static void assertLine(Scene scene, EndpointState state, String sentence) {
    EndpointSummary line = summary(List.of(), scene).endpoints().getFirst();
    assertThat(line.sentence()).isEqualTo(sentence);
    assertThat(line.state()).isEqualTo(state);
  }

  private static Summary summary(List<Severity> severities, Scene... scenes) {
    var facts = Scenes.facts(scenes);
    Subject subject = new Subject.OfEndpoint(facts.endpoints().getFirst().endpoint());
    List<CheckResult> results =
        severities.stream()
            .map(s -> new CheckResult("a", subject, Judgement.fail(finding(s, subject))))
            .toList();
    return Summary.of(new Report(facts, Scenes.RULES, new Verdicts(List.of(), results)));
  }

  private static Finding finding(Severity severity, Subject subject) {
    return new Finding(
        "a",
        severity,
        subject,
        "a title of " + severity.id(),
        List.of("seen"),
        "it matters",
        new Fix("mend it", Optional.empty()),
        List.of(),
        "");
  }
}
