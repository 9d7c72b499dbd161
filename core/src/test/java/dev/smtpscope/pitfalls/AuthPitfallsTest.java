package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.target.Role;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Behaviours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where AUTH belongs, and where it does harm. */
class AuthPitfallsTest {
  @Test
  void passwordsBeforeTlsWeighByRole() {
    var server = Behaviours.plainAuthOnSubmission(Seen.HOST).tls(Seen.tls());
    assertThat(Seen.submission(server).findings())
        .containsExactly("error auth-plaintext-before-tls");
    assertThat(Seen.relay(server).findings()).containsExactly("warning auth-plaintext-before-tls");
    assertThat(Seen.of(Role.ALTERNATE, TlsMode.STARTTLS, Seen.PATIENT, server).findings())
        .containsExactly("error auth-plaintext-before-tls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTH CRAM-MD5", "AUTH SCRAM-SHA-256", "AUTH GSSAPI"})
  void mechanismsThatHideThePasswordMayComeBeforeTls(String line) {
    Seen seen = Seen.submission(Seen.postfix().capability(line));
    assertThat(seen.passed()).contains("auth-plaintext-before-tls");
  }

  @Test
  void authHiddenUntilTlsIsRight() {
    Seen seen = Seen.submission(Seen.submissionServer());
    assertThat(seen.passed()).contains("auth-plaintext-before-tls", "auth-missing-on-submission");
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void noAuthInsideTlsMayBeAnOpenRelay() {
    Seen starttls = Seen.submission(Behaviours.noAuthOnSubmission(Seen.HOST).tls(Seen.tls()));
    assertThat(starttls.findings()).containsExactly("warning auth-missing-on-submission");
    assertThat(starttls.finding("auth-missing-on-submission").why())
        .contains("may be an open relay");
    assertThat(starttls.finding("auth-missing-on-submission").fix().advice())
        .contains("open-relay test");
    assertThat(Seen.submissions(Seen.postfix().implicitTls(Seen.tls())).findings())
        .containsExactly("warning auth-missing-on-submission");
  }

  @Test
  void aRelayNeedsNoAuth() {
    assertThat(Seen.relay(Seen.postfix()).findings()).isEmpty();
    Seen inside = Seen.relay(Seen.submissionServer());
    assertThat(inside.findings()).isEmpty();
    assertThat(inside.all()).contains("info auth-on-mx");
  }

  @Test
  void noCredentialsAreEverSent() {
    Seen seen = Seen.submission(Behaviours.plainAuthOnSubmission(Seen.HOST).tls(Seen.tls()));
    assertThat(seen.said()).noneMatch(line -> line.contains("AUTH"));
  }
}
