package dev.smtpscope.judge.checks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerProtocol;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.software.Product;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GreetingTest {
  private static final DialOutcome REFUSED = new DialOutcome.Refused();

  private final Check missing = new GreetingMissing();
  private final Check rejected = new GreetingRejected();
  private final Check malformed = new GreetingMalformed();
  private final Check wrong = new WrongProtocol();
  private final Check mismatch = new GreetingNameMismatch();

  @Test
  void aGreetingThatComesPassesWhateverItsCode() {
    Asked.passes(missing, Scene.on(25));
    Asked.passes(missing, Scene.on(25).greeting("554 no"));
    Asked.passes(rejected, Scene.on(465));
  }

  @Test
  void eachWayToGoWithoutAGreetingIsTold() {
    assertThat(Asked.finding(missing, Scene.on(25).greeting(Scene.silent())).title())
        .isEqualTo("no greeting within 30 s");
    assertThat(Asked.finding(missing, Scene.on(25).greeting(new Answer.Closed(""))).title())
        .isEqualTo("the server closed the connection without a greeting");
    assertThat(Asked.finding(missing, Scene.on(25).greeting(new Answer.Reset("22"))).evidence())
        .contains("received: 22");
    assertThat(Asked.finding(missing, Scene.on(25).greeting(new Answer.Excessive(9, "a"))).title())
        .isEqualTo("the greeting has no end");
  }

  @Test
  void withoutAConnectionNothingIsKnownOfTheGreeting() {
    for (Check check : new Check[] {missing, rejected, malformed, wrong, mismatch}) {
      Asked.isInconclusive(check, Scene.on(25).dial(REFUSED));
    }
    Asked.isInconclusive(missing, Scene.on(25).greeting(new Answer.Interrupted("")));
  }

  @Test
  void aMissingGreetingIsOneFindingAndTheRestIsUnknown() {
    List<Finding> findings =
        Scenes.report(Scene.on(25).greeting(Scene.silent())).verdicts().findings();

    assertThat(findings).extracting(Finding::id).containsExactly("greeting-missing");
  }

  @Test
  void aRejectionIsOneFindingWithItsCause() {
    Scene scene =
        Scene.on(25).greeting("554 5.7.1 Service unavailable; blocked using zen.spamhaus.org");
    Finding finding = Asked.finding(rejected, scene);

    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
    assertThat(finding.title()).contains("554").contains("Spamhaus");
    assertThat(Scenes.report(scene).verdicts().findings())
        .extracting(Finding::id)
        .containsExactly("greeting-rejected");
  }

  @Test
  void aRejectionWithoutACauseWeighsByItsPermanence() {
    assertThat(Asked.finding(rejected, Scene.on(25).greeting("554 no")).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(rejected, Scene.on(25).greeting("450 no")).severity())
        .isEqualTo(Severity.NOTICE);
  }

  @Test
  void aGreetingBeginsWithAFullNameOrALiteral() {
    Asked.passes(malformed, Scene.on(25).greeting("220 mail.example.org"));
    Asked.passes(malformed, Scene.on(25).greeting("220-mail.example.org hi", "220 there"));
    Asked.passes(malformed, Scene.on(25).greeting("220 [192.0.2.1] ready"));
    Asked.passes(malformed, Scene.on(25).greeting("220 [IPv6:2001:db8::1] ready"));
  }

  @Test
  void otherGreetingsAreMalformed() {
    for (String line :
        new String[] {
          "220 localhost ESMTP", "220 Welcome to mail", "220 192.0.2.1 ESMTP", "220", "250 a.b.c"
        }) {
      assertThat(Asked.finding(malformed, Scene.on(25).greeting(line)).severity())
          .isEqualTo(Severity.NOTICE);
    }
    Asked.isNotApplicable(malformed, Scene.on(25).greeting("220 *****************"));
  }

  @Test
  void anotherProtocolIsNamed() {
    Finding ssh =
        Asked.finding(
            wrong, Scene.on(25).greeting(new Answer.NotSmtp(PeerProtocol.SSH, "SSH-2.0-x")));
    assertThat(ssh.title()).isEqualTo("port 25 speaks SSH, not SMTP in plain text");
    assertThat(ssh.severity()).isEqualTo(Severity.ERROR);

    Finding plain = Asked.finding(wrong, plainOn(Service.onPort(465)));
    assertThat(plain.title()).isEqualTo("port 465 speaks SMTP in plain text, not TLS");
    assertThat(plain.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aModeThatTheUserChoseMayBeTheMistake() {
    Finding plain = Asked.finding(wrong, plainOn(Service.onPort(25).with(TlsMode.IMPLICIT)));

    assertThat(plain.severity()).isEqualTo(Severity.WARNING);
    assertThat(plain.fix().advice()).contains("--tls starttls");
  }

  @Test
  void smtpIsTheRightProtocol() {
    Asked.passes(wrong, Scene.on(25));
    Asked.passes(wrong, Scene.on(465));
  }

  @Test
  void greetingAndEhloNamesAreCompared() {
    Asked.passes(mismatch, Scene.on(25).greeting("220 MAIL.example.org. ESMTP"));
    assertThat(Asked.finding(mismatch, Scene.on(25).greeting("220 mx.example.org")).title())
        .isEqualTo("the greeting says mx.example.org, EHLO says mail.example.org");
    Asked.isNotApplicable(mismatch, Scene.on(25).greeting("220 hello"));
  }

  @Test
  void aVersionInTheGreetingIsForInformation() {
    Check check = new GreetingVersionDisclosed();
    var context =
        Scenes.context(
            Scene.on(25).greeting("220 mail.example.org ESMTP Postfix 3.9.1"), Product.POSTFIX);
    Finding finding = Asked.findings(((Check.OfEndpoint) check).judge(context)).getFirst();

    assertThat(finding.title()).isEqualTo("the greeting tells the version: Postfix 3.9.1");
    assertThat(finding.fix().configuration().orElseThrow().lines())
        .containsExactly("smtpd_banner = $myhostname ESMTP");
    Asked.passes(check, Scene.on(25));
    Asked.isInconclusive(check, Scene.on(25).greeting(Scene.silent()));
  }

  private static Scene plainOn(Service service) {
    return Scene.on(service)
        .tls(
            new TlsOutcome.Failed(
                new HandshakeFailure.NotTls(PeerProtocol.SMTP, "220 mail"),
                Optional.empty(),
                List.of()));
  }
}
