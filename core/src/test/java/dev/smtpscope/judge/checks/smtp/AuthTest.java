package dev.smtpscope.judge.checks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import org.junit.jupiter.api.Test;

class AuthTest {
  private static final Answer NOT_NOW = Scene.replied("454 4.7.0 TLS not available");

  private final Check early = new AuthPlaintextBeforeTls();
  private final Check missing = new AuthMissingOnSubmission();
  private final Check weak = new AuthWeakMechanisms();
  private final Check legacy = new AuthLegacyForm();
  private final Check onMx = new AuthOnMx();

  @Test
  void passwordsBeforeTlsWeighByRole() {
    Finding submission = Asked.finding(early, Scene.on(587).offers("STARTTLS", "AUTH LOGIN PLAIN"));
    assertThat(submission.severity()).isEqualTo(Severity.ERROR);
    assertThat(submission.title())
        .isEqualTo("passwords may be sent before TLS: AUTH LOGIN and PLAIN offered");
    assertThat(Asked.finding(early, Scene.on(25).offers("STARTTLS", "AUTH PLAIN")).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(early, Scene.on(2525).offers("STARTTLS", "auth=plain")).severity())
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void passwordsKeptForTlsPass() {
    Asked.passes(early, Scene.on(587));
    Asked.passes(early, Scene.on(587).offers("STARTTLS", "AUTH CRAM-MD5"));
    Asked.isNotApplicable(early, Scene.on(465));
    Asked.isInconclusive(early, Scene.on(587).greeting("421 busy"));
  }

  @Test
  void noAuthOnSubmissionMayBeAnOpenRelay() {
    Finding finding = Asked.finding(missing, Scene.on(587).offersInTls("SIZE"));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.why()).contains("may be");
    Asked.finding(missing, Scene.on(465).offersInTls("SIZE"));
    Asked.finding(missing, Scene.on(587).offers("SIZE"));
  }

  @Test
  void authIsNotMissedWhereItWasSeenOrCouldNotBe() {
    Asked.passes(missing, Scene.on(587));
    Asked.passes(missing, Scene.on(587).offers("AUTH PLAIN"));
    Asked.isNotApplicable(missing, Scene.on(25));
    Asked.isInconclusive(missing, Scene.on(587).tls(new TlsOutcome.Refused(NOT_NOW)));
    Asked.isInconclusive(missing, Scene.on(587).tls(new TlsOutcome.NotWanted()));
  }

  @Test
  void onlyOutdatedMechanismsAreForInformation() {
    assertThat(Asked.finding(weak, Scene.on(587).offersInTls("AUTH CRAM-MD5 NTLM")).severity())
        .isEqualTo(Severity.INFO);
    Asked.passes(weak, Scene.on(587).offersInTls("AUTH CRAM-MD5 PLAIN"));
    Asked.isNotApplicable(weak, Scene.on(25));
    Asked.isInconclusive(weak, Scene.on(587).tls(new TlsOutcome.Refused(NOT_NOW)));
  }

  @Test
  void theFormFromBeforeTheStandardIsForInformation() {
    Finding finding = Asked.finding(legacy, Scene.on(587).offersInTls("AUTH PLAIN", "AUTH=PLAIN"));
    assertThat(finding.evidence()).containsExactly("250 AUTH=PLAIN");
    Asked.passes(legacy, Scene.on(587));
    Asked.isNotApplicable(legacy, Scene.on(25));
    Asked.isInconclusive(legacy, Scene.on(587).greeting(Scene.silent()));
  }

  @Test
  void logInOnTheRelayPortIsForInformation() {
    assertThat(Asked.finding(onMx, Scene.on(25).offersInTls("AUTH PLAIN")).severity())
        .isEqualTo(Severity.INFO);
    Asked.passes(onMx, Scene.on(25));
    Asked.isNotApplicable(onMx, Scene.on(587));
    Asked.isNotApplicable(onMx, Scene.on(25).offers("STARTTLS", "AUTH PLAIN"));
    Asked.isInconclusive(onMx, Scene.on(25).greeting("554 no"));
  }
}
