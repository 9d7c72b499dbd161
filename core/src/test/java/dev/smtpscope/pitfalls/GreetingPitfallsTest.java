package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.Script;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the greeting may be, and what must not be concluded when it is none. */
class GreetingPitfallsTest {
  private static final Set<String> DOWNSTREAM =
      Set.of(
          "ehlo-rejected",
          "ehlo-unsupported",
          "starttls-missing",
          "starttls-broken",
          "tls-handshake-failed",
          "auth-plaintext-before-tls",
          "greeting-malformed",
          "greeting-name-mismatch");

  @Test
  void aGreetingOfSeveralLinesIsOneReply() {
    Seen seen = Seen.relay(Seen.postfix().greeting("220-mail.example.org ESMTP\n220 No spam"));
    assertThat(seen.facts().greeting().received().orElseThrow().lines())
        .containsExactly("mail.example.org ESMTP", "No spam");
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void aTeasingGreetingIsWaitedOut() {
    Seen seen =
        Seen.relay(
            Script.of(
                    """
                    S: 220-mail.example.org ESMTP
                    WAIT 400
                    S: 220 mail.example.org ESMTP Postfix
                    C: EHLO *
                    S: 250-mail.example.org
                    S: 250 STARTTLS
                    C: STARTTLS
                    S: 220 Ready
                    TLS
                    C: EHLO *
                    S: 250 mail.example.org
                    C: QUIT
                    S: 221 Bye
                    """)
                .tls(Seen.tls()));
    assertThat(seen.facts().session()).isPresent();
    assertThat(seen.facts().anomalies()).isEmpty();
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void aTeaseThatIsNeverFinishedIsSilence() {
    Seen seen = Seen.stalling(new Fault.Cut(At.GREETING, 6, Fault.End.HANG));
    assertThat(seen.facts().greeting()).isInstanceOf(Answer.Silent.class);
    assertThat(seen.findings()).containsExactly("warning greeting-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"220", "220 "})
  void aGreetingWithoutTextLacksTheNameAlone(String greeting) {
    assertThat(Seen.relay(Seen.postfix().greeting(greeting)).findings())
        .containsExactly("notice greeting-malformed");
  }

  @Test
  void theBannerNeedNotSayEsmtp() {
    Seen seen = Seen.relay(Seen.postfix().greeting("220 mail.example.org ready"));
    assertThat(seen.facts().hello().isExtended()).isTrue();
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void anUnknownCodeIsJudgedByItsFirstDigit() {
    assertThat(Seen.relay(Seen.postfix().greeting("229 mail.example.org 554 denied")).findings())
        .containsExactly("notice greeting-malformed");
    Seen turnedAway = Seen.relay(Seen.postfix().greeting("559 mail.example.org welcome"));
    assertThat(turnedAway.findings()).containsExactly("warning greeting-rejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"120 wait", "620 mail.example.org ESMTP", "000 x", "999 x"})
  void aCodeOfNoKnownClassIsUnusable(String greeting) {
    Seen seen = Seen.relay(Seen.postfix().greeting(greeting));
    assertThat(seen.findings()).containsExactly("warning protocol-anomaly/code-out-of-range");
    assertThat(seen.unanswered()).contains("starttls-missing", "ehlo-rejected");
  }

  @Test
  void afterARejectionQuitIsSaidAndAnswered() {
    Seen seen = Seen.relay(Seen.postfix().greeting("554 mail.example.org No SMTP service here"));
    assertThat(seen.said()).containsExactly("QUIT");
    assertThat(seen.facts().quit().isPositive()).isTrue();
    assertThat(seen.findings()).containsExactly("warning greeting-rejected");
    assertThat(seen.unanswered()).containsAll(DOWNSTREAM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          421 4.7.0 mail.example.org Error: too many connections from 127.0.0.1 | too many connections
          554 5.7.1 Service unavailable; client [127.0.0.1] blocked using bl.example.org | block
          450 4.2.0 Greylisted, try again later | greylist
          421 4.3.2 Service shutting down | maint
          """)
  void theCauseOfARejectionIsNamedAsSeenFromHere(String greeting, String cause) {
    Seen seen = Seen.relay(Seen.postfix().greeting(greeting));
    assertThat(seen.findings()).singleElement().asString().endsWith(" greeting-rejected");
    assertThat(seen.finding("greeting-rejected").title()).containsIgnoringCase(cause);
    assertThat(seen.finding("greeting-rejected").why()).startsWith("As seen from here");
    assertThat(seen.unanswered()).containsAll(DOWNSTREAM);
  }

  @Test
  void aHostThatTakesNoMailMayCloseAtOnce() {
    Seen seen = Seen.relay(Seen.postfix().greeting("521 mail.example.org takes no mail"));
    assertThat(seen.findings()).containsExactly("warning greeting-rejected");
    assertThat(seen.all()).doesNotContain("info quit-unanswered");
  }

  @Test
  void aGreetingThatIsLateIsNotCalledUnsupported() {
    Seen seen = Seen.stalling(new Fault.Hang(At.GREETING));
    assertThat(seen.findings()).containsExactly("warning greeting-missing");
    assertThat(seen.finding("greeting-missing").title()).isEqualTo("no greeting within 700 ms");
    assertThat(seen.unanswered()).containsAll(DOWNSTREAM);
    assertThat(seen.facts().tls()).isInstanceOf(TlsOutcome.NotReached.class);
  }

  @Test
  void aGreetingThatDripsIsGivenUpAtTheLimit() {
    Seen seen = Seen.stalling(new Fault.Drip(At.GREETING, Duration.ofMillis(100)));
    assertThat(seen.findings()).containsExactly("warning greeting-missing");
  }

  @Test
  void closedAndResetBeforeTheGreetingDiffer() {
    Seen closed = Seen.faulty(new Fault.Close(At.GREETING));
    Seen reset = Seen.resetting();
    assertThat(List.of(closed.findings(), reset.findings()))
        .containsOnly(List.of("warning greeting-missing"));
    assertThat(closed.sentence()).isEqualTo("closed without a greeting");
    assertThat(reset.sentence()).isEqualTo("reset without a greeting");
  }

  @Test
  void dataBeforeTheGreetingIsAnAnomaly() {
    Seen seen = Seen.faulty(new Fault.EarlyBytes(At.CONNECT, "220 hello\r\n"));
    assertThat(seen.findings())
        .contains("warning protocol-anomaly/unasked-reply")
        .doesNotContain("warning starttls-missing");
    assertThat(seen.facts().session()).isPresent();
  }

  @Test
  void aSecondGreetingIsAnAnomalyAndNoAnswerToEhlo() {
    Seen seen = Seen.faulty(new Fault.ExtraReply(At.GREETING, "220 mail.example.org again"));
    assertThat(seen.findings()).containsExactly("warning protocol-anomaly/unasked-reply");
    assertThat(seen.facts().session()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FTP")
  void anotherProtocolIsNamedAndNothingElseIsFound(Fault.Protocol protocol) {
    Seen seen = Seen.stalling(new Fault.Speak(protocol));
    assertThat(seen.findings()).containsExactly("error wrong-protocol");
    assertThat(seen.finding("wrong-protocol").title()).contains(protocol.name());
    assertThat(seen.unanswered()).contains("starttls-missing", "ehlo-rejected");
  }

  @Test
  void plainTextWhereTlsComesFirstIsNamed() {
    Seen seen = Seen.submissions(Behaviours.submission(Seen.HOST));
    assertThat(seen.findings()).containsExactly("warning wrong-protocol");
    assertThat(seen.finding("wrong-protocol").title()).contains("SMTP").doesNotContain("version");
  }

  @Test
  void aFloodInPlaceOfAGreetingIsOneFinding() {
    Seen seen = Seen.faulty(new Fault.Flood(At.GREETING, Fault.Endless.CONTINUATION));
    assertThat(seen.findings()).containsExactly("warning greeting-missing");
  }
}
