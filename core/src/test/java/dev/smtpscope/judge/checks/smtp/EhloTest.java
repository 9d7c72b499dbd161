package dev.smtpscope.judge.checks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class EhloTest {
  private final Check unsupported = new EhloUnsupported();
  private final Check rejected = new EhloRejected();
  private final Check invalid = new EhloNameInvalid();
  private final Check masked = new CapabilitiesMasked();
  private final Check conflict = new CapabilityConflict();

  @Test
  void heloAloneIsFound() {
    Scene scene = Scene.on(25).hello(Scene.replied("502 what"), Scene.replied("250 mail"));

    assertThat(Asked.finding(unsupported, scene).evidence())
        .containsExactly("502 what", "250 mail");
    Asked.passes(unsupported, Scene.on(25));
    Asked.passes(rejected, scene);
  }

  @Test
  void withoutEhloNothingIsKnownOfStartTls() {
    Scene scene = Scene.on(25).hello(Scene.replied("502 what"), Scene.replied("250 mail"));

    Asked.isInconclusive(new StartTlsMissing(), scene);
    Asked.isInconclusive(conflict, scene);
  }

  @Test
  void anIntroductionThatIsRefusedIsOneFinding() {
    Scene scene = Scene.on(587).hello(Scene.replied("550 5.7.1 no"), new Answer.NotAsked("550"));

    assertThat(Asked.finding(rejected, scene).title()).startsWith("EHLO was refused with 550");
    Asked.isInconclusive(unsupported, scene);
    assertThat(Scenes.report(scene).verdicts().findings())
        .extracting(Finding::id)
        .containsExactly("ehlo-rejected");
  }

  @Test
  void silenceAfterEhloIsNoMissingCapability() {
    Scene scene = Scene.on(25).hello(Scene.silent(), new Answer.NotAsked("no answer"));

    assertThat(Asked.finding(rejected, scene).title())
        .isEqualTo("EHLO was not answered within 30 s");
    Asked.isInconclusive(new StartTlsMissing(), scene);
  }

  @Test
  void ehloInsideTlsIsJudgedToo() {
    Scene scene = Scene.on(25).helloInTls(new Answer.Closed(""), new Answer.NotAsked("closed"));

    assertThat(Asked.finding(rejected, scene).title())
        .isEqualTo("EHLO inside TLS made the server close the connection");
    Asked.isInconclusive(new StartTlsOfferedInsideTls(), scene);
  }

  @Test
  void withoutAGreetingNothingIsKnownOfEhlo() {
    for (Check check : new Check[] {unsupported, rejected, invalid, conflict, masked}) {
      Asked.isInconclusive(check, Scene.on(25).greeting(Scene.silent()));
    }
  }

  @Test
  void theNameInTheReplyIsJudgedOnce() {
    Asked.passes(invalid, Scene.on(25));
    assertThat(
            Asked.finding(invalid, Scene.on(25).hello("250-localhost", "250 STARTTLS")).severity())
        .isEqualTo(Severity.NOTICE);
    Asked.isNotApplicable(
        invalid, Scene.on(25).greeting("220 localhost").hello("250-localhost", "250 STARTTLS"));
  }

  @Test
  void aMaskIsOneFinding() {
    Scene scene =
        Scene.on(25)
            .greeting("220 ****************************************")
            .offers("SIZE 1000", "XXXXXXXA");

    assertThat(Asked.finding(masked, scene).evidence()).hasSize(2).contains("250 XXXXXXXA");
    Asked.isInconclusive(new StartTlsMissing(), scene);
    Asked.passes(masked, Scene.on(25).offers("X-EXPS", "XCLIENT", "XFORWARD", "STARTTLS"));
  }

  @Test
  void capabilitiesThatNeedOthers() {
    assertThat(conflicts("SMTPUTF8")).containsExactly("capability-conflict/smtputf8");
    assertThat(conflicts("SMTPUTF8", "8BITMIME")).isEmpty();
    assertThat(conflicts("BINARYMIME", "8BITMIME"))
        .containsExactly("capability-conflict/binarymime");
    assertThat(conflicts("BINARYMIME", "CHUNKING")).isEmpty();
  }

  @Test
  void malformedAndObsoleteCapabilities() {
    assertThat(conflicts("SIZE lots")).containsExactly("capability-conflict/size");
    assertThat(conflicts("SIZE", "LIMITS RCPTMAX=20")).isEmpty();
    assertThat(conflicts("SIZE 0", "LIMITS MAILMAX=0")).isEmpty();
    assertThat(conflicts("LIMITS RCPTMAX=")).containsExactly("capability-conflict/limits");
    assertThat(conflicts("UTF8SMTP")).containsExactly("capability-conflict/utf8smtp");
  }

  @Test
  void capabilitiesLostInsideTls() {
    Scene scene = Scene.on(25).offers("STARTTLS", "SIZE", "DSN", "ETRN").offersInTls("SIZE");

    assertThat(Asked.finding(conflict, scene).title())
        .isEqualTo("DSN offered before TLS, but not inside");
    Asked.passes(conflict, Scene.on(25));
  }

  private List<String> conflicts(String... capabilities) {
    Judgement judgement = Asked.of(conflict, Scene.on(25).offers(capabilities));
    return judgement instanceof Judgement.Pass
        ? List.of()
        : Asked.findings(judgement).stream().map(Finding::id).toList();
  }
}
