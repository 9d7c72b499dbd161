package dev.smtpscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.reference.Mechanism.Exposure;
import java.util.List;
import org.junit.jupiter.api.Test;

class MechanismsTest {
  @Test
  void knowsWhatServersOffer() {
    assertThat(
            List.of(
                "PLAIN",
                "LOGIN",
                "CRAM-MD5",
                "DIGEST-MD5",
                "SCRAM-SHA-1",
                "SCRAM-SHA-1-PLUS",
                "SCRAM-SHA-256",
                "SCRAM-SHA-256-PLUS",
                "SCRAM-SHA-512",
                "NTLM",
                "GSSAPI",
                "GSS-SPNEGO",
                "XOAUTH2",
                "OAUTHBEARER",
                "EXTERNAL",
                "ANONYMOUS",
                "OTP"))
        .allSatisfy(name -> assertThat(Mechanisms.find(name)).isPresent());
  }

  @Test
  void onlyPlainAndLoginShowThePassword() {
    assertThat(Mechanisms.all())
        .filteredOn(Mechanism::isPlainText)
        .extracting(Mechanism::key)
        .containsExactly("LOGIN", "PLAIN");
  }

  @Test
  void tokensAreSecretsToo() {
    assertThat(Mechanisms.of("xoauth2").revealsSecret()).isTrue();
    assertThat(Mechanisms.of("oauthbearer").revealsSecret()).isTrue();
    assertThat(Mechanisms.of("scram-sha-256").revealsSecret()).isFalse();
    assertThat(Mechanisms.of("GSSAPI").exposure()).isEqualTo(Exposure.NONE);
  }

  @Test
  void ofAnUnknownMechanismTheExposureIsUnknown() {
    Mechanism mechanism = Mechanisms.of("foo");
    assertThat(mechanism.exposure()).isEqualTo(Exposure.UNKNOWN);
    assertThat(mechanism.isPlainText()).isFalse();
  }
}
