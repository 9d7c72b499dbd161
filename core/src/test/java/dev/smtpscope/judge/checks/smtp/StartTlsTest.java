package dev.smtpscope.judge.checks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import org.junit.jupiter.api.Test;

class StartTlsTest {
  private final Check missing = new StartTlsMissing();
  private final Check broken = new StartTlsBroken();
  private final Check inside = new StartTlsOfferedInsideTls();
  private final Check bytes = new BytesAfterStartTls();

  @Test
  void aServerThatOffersItPasses() {
    Asked.passes(missing, Scene.on(25));
    Asked.passes(missing, Scene.on(25).hello("250-mail.example.org", "250 starttls"));
    Asked.passes(broken, Scene.on(587));
    Asked.passes(inside, Scene.on(25));
    Asked.passes(bytes, Scene.on(25));
  }

  @Test
  void missingStartTlsWeighsByRole() {
    assertThat(Asked.finding(missing, Scene.on(25).offers("SIZE")).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(missing, Scene.on(25).offers("AUTH PLAIN")).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(missing, Scene.on(587).offers("SIZE")).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(missing, Scene.on(587).offers("AUTH PLAIN")).severity())
        .isEqualTo(Severity.ERROR);
    Asked.isNotApplicable(missing, Scene.on(465));
  }

  @Test
  void missingStartTlsOnSubmissionIsOneFinding() {
    assertThat(Scenes.report(Scene.on(587).offers("AUTH PLAIN")).verdicts().findings())
        .extracting(Finding::id)
        .containsExactly("starttls-missing");
  }

  @Test
  void whatWasNotReachedIsUnknown() {
    for (Check check : new Check[] {missing, broken, inside, bytes}) {
      Asked.isInconclusive(check, Scene.on(25).greeting("421 busy"));
    }
    Asked.isInconclusive(broken, refused(25, new Answer.Interrupted("")));
    Asked.isInconclusive(inside, refused(25, Scene.replied("454 no")));
  }

  @Test
  void aRefusedStartTlsWeighsByRoleAndPermanence() {
    assertThat(Asked.finding(broken, refused(25, Scene.replied("500 no"))).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(broken, refused(587, Scene.replied("500 no"))).severity())
        .isEqualTo(Severity.ERROR);
    Finding temporary = Asked.finding(broken, refused(587, Scene.replied("454 4.7.0 TLS")));
    assertThat(temporary.severity()).isEqualTo(Severity.WARNING);
    assertThat(temporary.title()).contains("not available at present: 454");
    assertThat(Asked.finding(broken, refused(25, new Answer.Closed(""))).evidence())
        .contains("connection closed without an answer to STARTTLS");
  }

  @Test
  void noTlsOnPurposeIsNotBroken() {
    Asked.isNotApplicable(broken, Scene.on(25).tls(new TlsOutcome.NotWanted()));
    Asked.isNotApplicable(broken, Scene.on(25).offers("SIZE"));
    Asked.isNotApplicable(broken, Scene.on(465));
  }

  @Test
  void aSecondOfferInsideTlsIsNoticed() {
    assertThat(
            Asked.finding(inside, Scene.on(465).offersInTls("AUTH PLAIN", "STARTTLS")).severity())
        .isEqualTo(Severity.NOTICE);
    assertThat(Asked.finding(inside, Scene.on(25).offersInTls("StartTLS")).evidence())
        .containsExactly("250 StartTLS");
  }

  @Test
  void bytesAfterStartTlsWeighByRole() {
    assertThat(Asked.finding(bytes, leaking(25)).severity()).isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(bytes, leaking(587)).severity()).isEqualTo(Severity.ERROR);
    Asked.passes(new ProtocolAnomaly(), leaking(25));
    Asked.isNotApplicable(bytes, Scene.on(465));
  }

  private static Scene leaking(int port) {
    return Scene.on(port)
        .anomaly(Anomaly.Kind.BYTES_AFTER_STARTTLS, Stage.STARTTLS, "250 mail\\x0D\\x0A");
  }

  private static Scene refused(int port, Answer answer) {
    return Scene.on(port).tls(new TlsOutcome.Refused(answer));
  }
}
