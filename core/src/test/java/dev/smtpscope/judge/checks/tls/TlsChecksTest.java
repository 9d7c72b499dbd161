package dev.smtpscope.judge.checks.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerProtocol;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.fixture.Session;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Checks;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check fails on its own defect. */
class TlsChecksTest {
  private static final String GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String DHE = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";

  static Stream<Arguments> defects() {
    return Stream.of(
        defect(good().version(TlsVersion.TLS_1_0), "tls-version-outdated", "WARNING", "ERROR"),
        defect(good().version(TlsVersion.TLS_1_1), "tls-version-outdated", "WARNING", "ERROR"),
        defect(good().version(TlsVersion.SSL_3), "tls-version-outdated", "ERROR", "ERROR"),
        defect(
            good().suite("TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"),
            "tls-cipher-weak",
            "WARNING",
            "WARNING"),
        defect(good().suite("TLS_ECDHE_RSA_WITH_RC4_128_SHA"), "tls-cipher-weak", "ERROR", "ERROR"),
        defect(
            good().suite("TLS_ECDH_anon_WITH_AES_128_CBC_SHA"), "tls-cipher-weak", "INFO", "ERROR"),
        defect(
            good().suite("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
            "tls-cipher-weak",
            "NOTICE",
            "NOTICE"),
        defect(
            good().suite("TLS_RSA_WITH_AES_128_GCM_SHA256"),
            "tls-key-exchange-weak",
            "NOTICE",
            "WARNING"),
        defect(good().suite(DHE).finiteField(-1, 768), "tls-key-exchange-weak", "ERROR", "ERROR"),
        defect(
            good().suite(DHE).finiteField(-1, 1024), "tls-key-exchange-weak", "WARNING", "WARNING"),
        defect(
            good().suite(DHE).finiteField(-1, 2048), "tls-key-exchange-weak", "NOTICE", "NOTICE"),
        defect(
            good().suite(GCM).signature("rsa_pkcs1_sha1"),
            "tls-handshake-signature-weak",
            "WARNING",
            "WARNING"),
        defect(
            good().suite(GCM).noExtendedMasterSecret(),
            "tls-no-extended-master-secret",
            "NOTICE",
            "NOTICE"),
        defect(
            good().clientCertificateRequested(),
            "tls-client-certificate-requested",
            "INFO",
            "INFO"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void oneDefectGivesOneFinding(Session session, String id, Severity mx, Severity submission) {
    for (int port : new int[] {25, 465}) {
      assertThat(findings(session, port))
          .filteredOn(f -> !f.id().equals("tls-no-post-quantum"))
          .singleElement()
          .satisfies(f -> {
            assertThat(f.id()).isEqualTo(id);
            assertThat(f.severity()).isEqualTo(port == 25 ? mx : submission);
          });
    }
  }

  @Test
  void goodSessionsPass() {
    assertThat(findings(good(), 25)).isEmpty();
    assertThat(findings(good().version(TlsVersion.TLS_1_3).noExtendedMasterSecret(), 25)).isEmpty();
    assertThat(findings(good().suite(DHE).finiteField(256, 2048), 25))
        .extracting(Finding::id)
        .containsExactly("tls-no-post-quantum");
  }

  @Test
  void classicalKeyExchangeOfTls13DoesNotTellWhatTheServerCan() {
    TlsNoPostQuantum check = new TlsNoPostQuantum();
    assertThat(good().group(0x11ec, "X25519MLKEM768").judge(check, 25)).isEqualTo(Judgement.pass());
    assertThat(good().judge(check, 25)).isInstanceOf(Judgement.Inconclusive.class);
    assertThat(good().suite(GCM).judge(check, 25)).isInstanceOf(Judgement.Fail.class);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new HandshakeFailure.AlertReceived(new TlsAlert(40, "handshake_failure")),
            "the TLS handshake failed: the server gave up with handshake_failure"),
        Arguments.of(
            new HandshakeFailure.AlertReceived(new TlsAlert(116, "certificate_required")),
            "the TLS handshake failed: the server demands a client certificate"),
        Arguments.of(
            new HandshakeFailure.AlertSent(new TlsAlert(47, "illegal_parameter"), "odd"),
            "the TLS handshake failed: what the server sent is not acceptable"
                + " (illegal_parameter)"),
        Arguments.of(
            new HandshakeFailure.Silent(Duration.ofSeconds(10)),
            "the TLS handshake failed: no answer within 10 s"),
        Arguments.of(
            new HandshakeFailure.Closed(),
            "the TLS handshake failed: the server closed the connection"),
        Arguments.of(
            new HandshakeFailure.Reset(), "the TLS handshake failed: the connection was reset"),
        Arguments.of(
            new HandshakeFailure.Excessive(1000),
            "the TLS handshake failed: more than 1000 octets without an end"),
        Arguments.of(
            new HandshakeFailure.NotTls(PeerProtocol.SMTP, "250 ok"),
            "the TLS handshake failed: the server answered with SMTP in plain text"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureIsDecoded(HandshakeFailure failure, String title) {
    assertThat(judge(failure, 25))
        .isInstanceOfSatisfying(
            Judgement.Fail.class,
            fail -> {
              assertThat(fail.findings())
                  .singleElement()
                  .satisfies(f -> {
                    assertThat(f.title()).isEqualTo(title);
                    assertThat(f.severity()).isEqualTo(Severity.WARNING);
                    assertThat(f.evidence()).doesNotContain("").hasSizeGreaterThan(1);
                  });
            });
    assertThat(judge(failure, 587))
        .isInstanceOfSatisfying(
            Judgement.Fail.class,
            fail ->
                assertThat(fail.findings())
                    .extracting(Finding::severity)
                    .containsOnly(Severity.ERROR));
  }

  @Test
  void ownGivingUpAndOtherProtocolsAreNotHeldAgainstTheHandshake() {
    assertThat(judge(new HandshakeFailure.Interrupted(), 25))
        .isInstanceOf(Judgement.Inconclusive.class);
    assertThat(judge(new HandshakeFailure.AlertSent(new TlsAlert(80, "internal_error"), "x"), 25))
        .isInstanceOf(Judgement.Inconclusive.class);
    assertThat(judge(new HandshakeFailure.NotTls(PeerProtocol.SSH, "SSH-2.0"), 465))
        .isInstanceOf(Judgement.NotApplicable.class);
    assertThat(good().judge(new TlsHandshakeFailed(), 25)).isEqualTo(Judgement.pass());
  }

  private static Judgement judge(HandshakeFailure failure, int port) {
    TlsOutcome outcome = new TlsOutcome.Failed(failure, Optional.empty(), List.of());
    return Session.judge(new TlsHandshakeFailed(), Scenes.context(Scene.on(port).tls(outcome)));
  }

  private static Session good() {
    return Session.good();
  }

  private static Arguments defect(Session session, String id, String mx, String submission) {
    return Arguments.of(session, id, Severity.valueOf(mx), Severity.valueOf(submission));
  }

  private static List<Finding> findings(Session session, int port) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : Checks.ALL) {
      if (check instanceof SessionCheck sessionCheck
          && session.judge(sessionCheck, port) instanceof Judgement.Fail(List<Finding> found)) {
        findings.addAll(found);
      }
    }
    return findings;
  }
}
