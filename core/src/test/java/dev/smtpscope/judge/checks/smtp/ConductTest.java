package dev.smtpscope.judge.checks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConductTest {
  private static final DialOutcome REFUSED = new DialOutcome.Refused();

  private final Check anomaly = new ProtocolAnomaly();
  private final Check slow = new SlowStage();
  private final Check quit = new QuitUnanswered();
  private final Check codes = new EnhancedCodeClassMismatch();

  @Test
  void eachKindOfAnomalyIsOneFinding() {
    List<Finding> findings =
        Asked.findings(
            anomaly,
            Scene.on(25)
                .anomaly(Anomaly.Kind.BARE_LF, Stage.GREETING, "220 mail\\x0A")
                .anomaly(Anomaly.Kind.DIFFERING_CODES, Stage.EHLO, "250-a 251 b")
                .anomaly(Anomaly.Kind.BARE_LF, Stage.EHLO, "250 mail\\x0A"));

    assertThat(findings)
        .extracting(Finding::id)
        .containsExactly("protocol-anomaly/bare-lf", "protocol-anomaly/differing-codes");
    assertThat(findings)
        .extracting(Finding::severity)
        .containsExactly(Severity.NOTICE, Severity.WARNING);
    assertThat(findings.getFirst().evidence())
        .containsExactly("greeting: 220 mail\\x0A", "EHLO: 250 mail\\x0A");
  }

  @Test
  void everyKindHasItsText() {
    for (Anomaly.Kind kind : Anomaly.Kind.values()) {
      assertThat(AnomalyText.of(kind).title()).isNotEmpty();
    }
  }

  @Test
  void aServerThatKeepsToTheProtocolPasses() {
    Asked.passes(anomaly, Scene.on(25));
    Asked.passes(codes, Scene.on(25));
    Asked.passes(slow, Scene.on(25));
    Asked.passes(quit, Scene.on(25));
  }

  @Test
  void whatWasNotReachedIsUnknown() {
    for (Check check : new Check[] {anomaly, slow, quit, codes}) {
      Asked.isInconclusive(check, Scene.on(25).dial(REFUSED));
    }
  }

  @Test
  void slowStagesAreOneFinding() {
    Finding finding =
        Asked.finding(
            slow,
            Scene.on(25)
                .took(Stage.CONNECT, Duration.ofMillis(20))
                .took(Stage.GREETING, Duration.ofSeconds(6))
                .took(Stage.EHLO, Duration.ofSeconds(12)));

    assertThat(finding.title()).isEqualTo("slow: greeting 6 s and EHLO 12 s");
    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void aGreetingHeldBackIsForInformation() {
    Scene scene = Scene.on(25).took(Stage.GREETING, Duration.ofSeconds(6));

    assertThat(Asked.finding(slow, scene).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void theThresholdItselfIsNotSlowAndAFailureIsNotSlow() {
    Asked.passes(slow, Scene.on(25).took(Stage.GREETING, Duration.ofSeconds(5)));
    Asked.passes(
        slow, Scene.on(25).greeting(Scene.silent()).took(Stage.GREETING, Duration.ofSeconds(30)));
  }

  @Test
  void quitWithoutItsReplyIsForInformation() {
    assertThat(Asked.finding(quit, Scene.on(25).quit(new Answer.Closed(""))).title())
        .isEqualTo("QUIT is not answered");
    assertThat(Asked.finding(quit, Scene.on(25).quit(Scene.replied("500 what"))).title())
        .isEqualTo("QUIT is answered with 500");
    Asked.isInconclusive(quit, Scene.on(25).quit(new Answer.Interrupted("")));
  }

  @Test
  void codesOfDifferentClassesContradictEachOther() {
    assertThat(Asked.finding(codes, Scene.on(25).greeting("554 4.7.1 later")).evidence())
        .containsExactly("554 4.7.1 later");
    Asked.passes(codes, Scene.on(25).greeting("554 5.7.1 no"));
  }
}
