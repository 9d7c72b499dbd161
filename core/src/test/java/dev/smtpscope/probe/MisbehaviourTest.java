package dev.smtpscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerProtocol;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.Script;
import dev.smtpscope.testkit.UnacceptingPort;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MisbehaviourTest {
  private static final Duration PACE = Duration.ofMillis(100);

  private static Behaviour postfix() {
    return Behaviours.postfix(Probing.HOST).tls(Probing.goodTls());
  }

  @Test
  void refusedAndTimedOutDiffer() throws Exception {
    assertThat(Probing.probe(Loopback.refusing(), TlsMode.STARTTLS, Probing.SHORT).dial())
        .isEqualTo(new DialOutcome.Refused());
    try (UnacceptingPort port = UnacceptingPort.open()) {
      assertThat(Probing.probe(port.endpoint(), TlsMode.STARTTLS, Probing.SHORT).dial())
          .isInstanceOf(DialOutcome.TimedOut.class);
    }
  }

  @Test
  void silentClosedAndResetGreetingsDiffer() {
    assertThat(Probing.faulty(postfix(), new Fault.Hang(At.GREETING)).greeting())
        .isInstanceOf(Answer.Silent.class);
    assertThat(Probing.faulty(postfix(), new Fault.Close(At.GREETING)).greeting())
        .isEqualTo(new Answer.Closed(""));
    Script reset = Script.of("WAIT 200\nRESET\n");
    assertThat(Probing.against(reset, TlsMode.STARTTLS, Probing.SHORT).greeting())
        .isEqualTo(new Answer.Reset(""));
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "STARTTLS", "EHLO_IN_TLS", "QUIT"})
  void aDrippingServerIsLeftAtTheLimitWithWhatItSaid(At at) {
    EndpointFacts facts = Probing.faulty(postfix(), new Fault.Drip(at, PACE));
    assertThat(answer(facts, at)).isInstanceOf(Answer.Silent.class);
    assertThat(((Answer.Silent) answer(facts, at)).partial()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "STARTTLS", "EHLO_IN_TLS", "QUIT"})
  void aHangingServerIsLeftAtTheLimit(At at) {
    assertThat(answer(Probing.faulty(postfix(), new Fault.Hang(at)), at))
        .isInstanceOf(Answer.Silent.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "STARTTLS", "EHLO_IN_TLS", "QUIT"})
  void aServerThatClosesIsReportedForIt(At at) {
    assertThat(answer(Probing.faulty(postfix(), new Fault.Close(at)), at))
        .isInstanceOf(Answer.Closed.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "STARTTLS", "EHLO_IN_TLS", "QUIT"})
  void aReplyInSinglePiecesIsTheSame(At at) {
    EndpointFacts facts = Probing.starttls(postfix().fault(new Fault.Split(at)));
    assertThat(answer(facts, at).isPositive()).isTrue();
    assertThat(facts.anomalies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, LINE",
    "GREETING, CONTINUATION",
    "EHLO, LINE",
    "EHLO, CONTINUATION",
    "EHLO_IN_TLS, LINE",
    "EHLO_IN_TLS, CONTINUATION",
    "QUIT, LINE",
  })
  void aFloodIsCutOff(At at, Fault.Endless what) {
    EndpointFacts facts =
        Probing.against(
            postfix().fault(new Fault.Flood(at, what)), TlsMode.STARTTLS, Probing.PATIENT);
    assertThat(answer(facts, at)).isInstanceOf(Answer.Excessive.class);
    assertThat(facts.transcript()).hasSizeLessThan(3_000);
  }

  @Test
  void aBinaryFloodIsNoSmtp() {
    EndpointFacts facts =
        Probing.against(
            postfix().fault(new Fault.Flood(At.GREETING, Fault.Endless.BINARY)),
            TlsMode.STARTTLS,
            Probing.PATIENT);
    assertThat(facts.greeting()).isInstanceOf(Answer.NotSmtp.class);
  }

  @ParameterizedTest
  @CsvSource({"SSH, SSH", "HTTP, HTTP", "IMAP, IMAP", "POP3, POP3", "TLS, TLS"})
  void anotherProtocolIsNamed(Fault.Protocol spoken, PeerProtocol named) {
    EndpointFacts facts = Probing.faulty(postfix(), new Fault.Speak(spoken));
    assertThat(facts.greeting()).isInstanceOf(Answer.NotSmtp.class);
    assertThat(((Answer.NotSmtp) facts.greeting()).protocol()).isEqualTo(named);
    assertThat(facts.tls()).isInstanceOf(TlsOutcome.NotReached.class);
  }

  @Test
  void plainSmtpWhereTlsComesFirstIsNamed() {
    EndpointFacts facts = Probing.against(postfix(), TlsMode.IMPLICIT, Probing.PATIENT);
    assertThat(failure(facts)).isInstanceOf(HandshakeFailure.NotTls.class);
    assertThat(((HandshakeFailure.NotTls) failure(facts)).protocol()).isEqualTo(PeerProtocol.SMTP);
  }

  @Test
  void theAlertIsDecoded() {
    EndpointFacts facts = Probing.faulty(postfix(), new Fault.TlsAlert(2, 40));
    assertThat(failure(facts))
        .isEqualTo(new HandshakeFailure.AlertReceived(new TlsAlert(40, "handshake_failure")));
    assertThat(Probing.said(facts)).containsExactly("EHLO probe.example.net", "STARTTLS");
  }

  @Test
  void aHandshakeBreaksInDifferentWays() {
    assertThat(failure(Probing.brokenHandshake(new Fault.Hang(At.HANDSHAKE))))
        .isInstanceOf(HandshakeFailure.Silent.class);
    assertThat(failure(Probing.faulty(postfix(), new Fault.Close(At.HANDSHAKE))))
        .isEqualTo(new HandshakeFailure.Closed());
    assertThat(failure(Probing.faulty(postfix(), new Fault.Reset(At.HANDSHAKE))))
        .isEqualTo(new HandshakeFailure.Reset());
    assertThat(failure(Probing.faulty(postfix(), Fault.plainAfterStartTls())))
        .isInstanceOf(HandshakeFailure.NotTls.class);
    assertThat(failure(Probing.brokenHandshake(new Fault.Drip(At.HANDSHAKE, PACE))))
        .isInstanceOf(HandshakeFailure.Silent.class);
  }

  @Test
  void plainBytesAfterThe220NeverEnterTls() {
    EndpointFacts facts =
        Probing.starttls(
            postfix()
                .fault(new Fault.EarlyBytes(At.STARTTLS, "250-injected\r\n250 AUTH PLAIN\r\n")));
    assertThat(facts.anomalies()).map(Anomaly::kind).contains(Anomaly.Kind.BYTES_AFTER_STARTTLS);
    assertThat(facts.session()).isPresent();
    assertThat(Probing.heard(facts))
        .noneMatch(line -> line.startsWith("*") && line.contains("injected"));
  }

  @Test
  void anUnaskedReplyIsNotedAndSkipped() {
    EndpointFacts facts =
        Probing.starttls(postfix().fault(new Fault.ExtraReply(At.GREETING, "250 more")));
    assertThat(facts.anomalies()).map(Anomaly::kind).contains(Anomaly.Kind.UNASKED_REPLY);
    assertThat(facts.session()).isPresent();
  }

  @Test
  void anomaliesDoNotStopTheConversation() {
    assertNoted(new Fault.BareLf(At.EHLO), Anomaly.Kind.BARE_LF);
    assertNoted(new Fault.DifferingCodes(At.EHLO, 251), Anomaly.Kind.DIFFERING_CODES);
    assertNoted(new Fault.LongLine(At.EHLO, 600), Anomaly.Kind.OVERLONG_LINE);
  }

  private static void assertNoted(Fault fault, Anomaly.Kind kind) {
    EndpointFacts facts = Probing.starttls(postfix().fault(fault));
    assertThat(facts.anomalies()).as("%s", fault).map(Anomaly::kind).contains(kind);
    assertThat(facts.session()).isPresent();
  }

  @Test
  void hostileTextIsRecordedHarmlessly() {
    EndpointFacts facts =
        Probing.starttls(
            postfix().faults(new Fault.AnsiAndHtml(At.GREETING), new Fault.AnsiAndHtml(At.EHLO)));
    assertThat(facts.transcript())
        .allSatisfy(line ->
            assertThat(line.text().codePoints())
                .noneMatch(
                    c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
    assertThat(facts.toString()).doesNotContain("\u001b").doesNotContain("\u202e");
    assertThat(facts.anomalies()).map(Anomaly::kind).contains(Anomaly.Kind.CONTROL_BYTE);
  }

  @Test
  void theWholeBudgetEndsEveryWait() {
    Duration each = Duration.ofSeconds(20);
    Budget tight = new Budget(Duration.ofSeconds(3), each, each, each, each, each);
    EndpointFacts facts =
        Probing.against(postfix().fault(new Fault.Hang(At.EHLO)), TlsMode.STARTTLS, tight);
    assertThat(facts.hello().ehlo()).isInstanceOf(Answer.Silent.class);
    assertThat(((Answer.Silent) facts.hello().ehlo()).waited()).isLessThan(Duration.ofSeconds(20));
    assertThat(facts.greeting().isPositive()).isTrue();
  }

  private static HandshakeFailure failure(EndpointFacts facts) {
    assertThat(facts.tls()).isInstanceOf(TlsOutcome.Failed.class);
    return ((TlsOutcome.Failed) facts.tls()).failure();
  }

  private static Answer answer(EndpointFacts facts, At at) {
    return switch (at) {
      case GREETING -> facts.greeting();
      case EHLO -> facts.hello().ehlo();
      case STARTTLS ->
          facts.tls() instanceof TlsOutcome.Refused(Answer answer)
              ? answer
              : new Answer.Replied(new dev.smtpscope.facts.Reply(220, List.of("")));
      case EHLO_IN_TLS -> facts.helloInTls().ehlo();
      case QUIT -> facts.quit();
      case CONNECT, HANDSHAKE, GREETING_IN_TLS -> throw new IllegalArgumentException(at.name());
    };
  }
}
