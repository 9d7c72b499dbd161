package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How replies may be cut, coded and broken off, whatever they answer. */
class ReplyPitfallsTest {
  @Test
  void repliesCutAfterEveryByteAreTheSame() {
    Seen seen =
        Seen.faulty(
            new Fault.Split(At.GREETING),
            new Fault.Split(At.EHLO),
            new Fault.Split(At.STARTTLS),
            new Fault.Split(At.EHLO_IN_TLS),
            new Fault.Split(At.QUIT));
    assertThat(seen.all()).isEqualTo(Seen.relay(Seen.postfix()).all());
  }

  @Test
  void repliesNeedNoText() {
    Seen seen =
        Seen.relay(
            Script.of(
                    """
                    S: 220 mail.example.org
                    C: EHLO *
                    S: 250-mail.example.org
                    S: 250 STARTTLS
                    C: STARTTLS
                    S: 220
                    TLS
                    C: EHLO *
                    S: 250 mail.example.org
                    C: QUIT
                    S: 221
                    """)
                .tls(Seen.tls()));
    assertThat(seen.facts().quit().isPositive()).isTrue();
    assertThat(seen.all()).doesNotContain("info quit-unanswered");
    assertThat(seen.findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "STARTTLS", "EHLO_IN_TLS", "QUIT"})
  void aBareLineFeedEndsALineAndIsReported(At at) {
    Seen seen = Seen.faulty(new Fault.BareLf(at));
    assertThat(seen.facts().helloInTls().isExtended()).isTrue();
    assertThat(seen.findings()).containsExactly("notice protocol-anomaly/bare-lf");
  }

  @ParameterizedTest
  @CsvSource({"GREETING, 221", "EHLO, 251", "EHLO_IN_TLS, 251"})
  void differingCodesAreTheServersErrorAlone(At at, int last) {
    Seen seen = Seen.faulty(new Fault.DifferingCodes(at, last));
    assertThat(seen.findings())
        .contains("warning protocol-anomaly/differing-codes")
        .allMatch(f -> f.contains("differing-codes") || f.endsWith("greeting-malformed"));
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "EHLO_IN_TLS"})
  void aLongLineIsAcceptedAndReported(At at) {
    Seen seen = Seen.faulty(new Fault.LongLine(at, 600));
    assertThat(seen.facts().helloInTls().isExtended()).isTrue();
    assertThat(seen.all()).contains("notice protocol-anomaly/overlong-line");
    assertThat(seen.facts().session()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"250 failed", "259 no such code"})
  void thePositiveClassIsPositiveWhateverTheText(String reply) {
    Seen seen = Seen.relay(Seen.postfix().reply("EHLO", reply));
    assertThat(seen.facts().hello().isExtended()).isTrue();
    assertThat(seen.findings())
        .containsExactly("notice ehlo-name-invalid", "warning starttls-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"150 mail.example.org", "650 mail.example.org"})
  void anUnusableCodeToEhloIsOneFinding(String reply) {
    Seen seen = Seen.relay(Seen.postfix().reply("EHLO", reply));
    assertThat(seen.findings()).containsExactly("warning protocol-anomaly/code-out-of-range");
    assertThat(seen.unanswered()).contains("starttls-missing");
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, greeting-rejected",
    "EHLO, ehlo-rejected",
    "STARTTLS, starttls-broken",
    "EHLO_IN_TLS, ehlo-rejected",
  })
  void aServiceThatLeavesIsOneFindingWhereverItLeaves(At at, String id) {
    Seen seen = Seen.faulty(new Fault.Reply(at, "421 4.3.2 Too many connections, try later"));
    assertThat(seen.findings()).containsExactly("notice " + id);
    assertThat(seen.finding(id).title()).contains("421").containsIgnoringCase("too many");
    assertThat(seen.facts().quit()).isInstanceOf(Answer.NotAsked.class);
  }

  @Test
  void leavingAtQuitIsForInformation() {
    Seen seen = Seen.faulty(new Fault.Reply(At.QUIT, "421 4.3.2 timeout"));
    assertThat(seen.findings()).isEmpty();
    assertThat(seen.all()).contains("info quit-unanswered");
  }

  @ParameterizedTest
  @CsvSource({"EHLO, ehlo-rejected", "STARTTLS, starttls-broken", "EHLO_IN_TLS, ehlo-rejected"})
  void givingUpEarlySaysHowLongWasWaited(At at, String id) {
    Seen seen = Seen.stalling(new Fault.Hang(at));
    assertThat(seen.findings()).containsExactly("warning " + id);
    assertThat(seen.finding(id).title()).contains("within 700 ms").doesNotContain("support");
    assertThat(seen.finding(id).evidence()).anyMatch(line -> line.contains("within 700 ms"));
  }

  @Test
  void silenceAfterQuitIsForInformation() {
    assertThat(Seen.stalling(new Fault.Hang(At.QUIT)).findings()).isEmpty();
  }

  @Test
  void aSecondReplyNobodyAskedForIsAnAnomaly() {
    Seen seen = Seen.faulty(new Fault.ExtraReply(At.EHLO, "250 and more"));
    assertThat(seen.findings()).containsExactly("warning protocol-anomaly/unasked-reply");
    assertThat(seen.facts().session()).isPresent();
  }

  @Test
  void anEnhancedCodeOfAnotherClassIsReported() {
    Seen seen = Seen.relay(Seen.postfix().reply("QUIT", "221 5.0.0 Bye"));
    assertThat(seen.all()).anyMatch(f -> f.endsWith("enhanced-code-class-mismatch"));
    assertThat(seen.severity("enhanced-code-class-mismatch")).isLessThan(Severity.WARNING);
  }

  @Test
  void greetingAndEhloNeedNoEnhancedCode() {
    Seen seen = Seen.relay(Behaviours.opensmtpd(Seen.HOST).tls(Seen.tls()));
    assertThat(seen.findings()).isEmpty();
    assertThat(seen.passed()).contains("enhanced-code-class-mismatch");
  }

  @ParameterizedTest
  @CsvSource({
    "EHLO, ehlo-rejected",
    "EHLO_IN_TLS, ehlo-rejected",
    "STARTTLS, starttls-broken",
  })
  void closingAndResettingAreToldWhereTheyHappen(At at, String id) {
    assertThat(Seen.faulty(new Fault.Close(at)).findings()).containsExactly("warning " + id);
    assertThat(Seen.faulty(new Fault.Reset(at)).findings()).containsExactly("warning " + id);
  }

  @Test
  void aFloodIsCutOffAndToldOnce() {
    Seen seen = Seen.faulty(new Fault.Flood(At.EHLO, Fault.Endless.CONTINUATION));
    assertThat(seen.findings()).containsExactly("warning ehlo-rejected");
    assertThat(seen.facts().tls()).isInstanceOf(TlsOutcome.NotReached.class);
  }
}
