package dev.smtpscope.judge.audit;

import static dev.smtpscope.facts.TlsVersion.SSL_2;
import static dev.smtpscope.facts.TlsVersion.SSL_3;
import static dev.smtpscope.facts.TlsVersion.TLS_1_0;
import static dev.smtpscope.facts.TlsVersion.TLS_1_1;
import static dev.smtpscope.facts.TlsVersion.TLS_1_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.fixture.Audited;
import dev.smtpscope.fixture.Session;
import dev.smtpscope.judge.audit.Grade.Cap;
import dev.smtpscope.judge.audit.Grade.Letter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GradingTest {
  private static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";

  static Stream<Arguments> caps() {
    return Stream.of(
        Arguments.of(Letter.B, "TLS 1.0 is spoken", Audited.good().accepts(TLS_1_0, CBC)),
        Arguments.of(Letter.B, "TLS 1.1 is spoken", Audited.good().accepts(TLS_1_1, CBC)),
        Arguments.of(Letter.C, "SSLv3 is spoken", Audited.good().accepts(SSL_3, CBC)),
        Arguments.of(
            Letter.F, "SSLv2 is spoken", Audited.good().speaks(SSL_2, Trait.yes("it answered"))),
        Arguments.of(Letter.C, "suites with RC4", with("TLS_ECDHE_RSA_WITH_RC4_128_SHA")),
        Arguments.of(
            Letter.C,
            "suites with blocks of 64 bits (3DES, IDEA)",
            with("TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA")),
        Arguments.of(Letter.F, "suites without encryption", with("TLS_ECDHE_RSA_WITH_NULL_SHA")),
        Arguments.of(
            Letter.B,
            "Diffie-Hellman with 1024 bits",
            Audited.good().prime("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", 1024, "")),
        Arguments.of(
            Letter.C,
            "TLS compression is on",
            Audited.good().has(Feature.COMPRESSION, Trait.yes("DEFLATE"))),
        Arguments.of(
            Letter.F,
            "Heartbleed",
            Audited.good().shows(ActiveTest.HEARTBLEED, Trait.yes("memory came back"))));
  }

  @ParameterizedTest
  @MethodSource("caps")
  void everyCapHasItsReason(Letter letter, String reason, Audited audited) {
    Grade grade = grade(audited);
    assertThat(grade.letter()).contains(letter);
    assertThat(grade.caps()).containsExactly(new Cap(letter, reason));
  }

  @Test
  void aServerBeyondReproachHasAnA() {
    assertThat(grade(Audited.good()).letter()).contains(Letter.A);
  }

  @Test
  void thereIsNoLetterWhereAKeyFactIsNotKnown() {
    Grade grade = grade(Audited.good().speaks(SSL_3, Trait.unknown("no answer")));
    assertThat(grade.letter()).isEmpty();
    assertThat(grade.missing()).first().isEqualTo("no answer");
    assertThat(grade(Audited.good().notExhaustive()).letter()).isEmpty();
  }

  @Test
  void trustAndAnonymousSuitesCountWhereClientsCheckCertificates() {
    Audited anonymous = with("TLS_DH_anon_WITH_AES_128_CBC_SHA");
    assertThat(grade(anonymous).letter()).contains(Letter.A);
    assertThat(Grading.of(offering(anonymous), true, Optional.empty()).letter()).contains(Letter.F);
    assertThat(
            Grading.of(offering(Audited.good()), true, Optional.of("it is self-signed")).letter())
        .contains(Letter.T);
    assertThat(
            Grading.of(offering(Audited.good()), false, Optional.of("it is self-signed")).letter())
        .contains(Letter.A);
  }

  private static Audited with(String suite) {
    return Audited.good().accepts(TLS_1_2, suite);
  }

  private static Grade grade(Audited audited) {
    return Grading.of(offering(audited), false, Optional.empty());
  }

  private static Offering offering(Audited audited) {
    return new Offering(audited.facts(), Optional.of(Session.good().session()));
  }
}
