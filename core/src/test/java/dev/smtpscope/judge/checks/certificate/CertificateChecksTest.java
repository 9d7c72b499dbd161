package dev.smtpscope.judge.checks.certificate;

import static dev.smtpscope.fixture.Certificates.CA;
import static dev.smtpscope.fixture.Certificates.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.fixture.OcspResponses;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.fixture.Session;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Checks;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.probe.tls.CertificateReader;
import dev.smtpscope.testkit.CertificateSpec;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check fails on its own defect, and no other certificate check does. */
class CertificateChecksTest {
  private static final String HOST = "mail.example.org";
  private static final TestCa STRANGER = TestCa.named("Stranger", Scenes.NOW);
  private static final CertificateSpec SERVER = CA.server(HOST);

  static Stream<Arguments> defects() {
    return Stream.of(
        defect(
            chain(SERVER.expired(Duration.ofDays(3))), "certificate-expired", "WARNING", "ERROR"),
        defect(
            chain(SERVER.notYetValid(Duration.ofDays(2))),
            "certificate-not-yet-valid",
            "WARNING",
            "ERROR"),
        defect(
            chain(SERVER.expiring(Duration.ofDays(10))),
            "certificate-expiring",
            "WARNING",
            "WARNING"),
        defect(
            chain(SERVER.subject("CN=x.example").dnsNames("x.example", "*.y.example")),
            "certificate-name-mismatch",
            "NOTICE",
            "ERROR"),
        defect(chain(SERVER.dnsNames("x.example")), "certificate-name-mismatch", "NOTICE", "ERROR"),
        defect(chain(SERVER.commonNameOnly()), "certificate-common-name-only", "NOTICE", "WARNING"),
        defect(
            Session.of(Chain.of(CA.selfSigned(SERVER))),
            "certificate-self-signed",
            "NOTICE",
            "ERROR"),
        defect(
            Session.of(CA.chain(HOST).leafOnly()),
            "certificate-chain-incomplete",
            "NOTICE",
            "ERROR"),
        defect(
            Session.of(Chain.of(STRANGER.issue(SERVER, STRANGER.root()), STRANGER.root()))
                .publicAuthority(),
            "certificate-untrusted-root",
            "NOTICE",
            "ERROR"),
        defect(Session.of(withNoAuthority()), "certificate-chain-broken", "NOTICE", "ERROR"),
        defect(
            Session.of(Chain.of(CA.issue(SERVER, expiredIntermediate()), expiredIntermediate())),
            "certificate-intermediate-expired",
            "WARNING",
            "ERROR"),
        defect(chain(SERVER.key(KeyType.RSA_1024)), "certificate-weak-key", "ERROR", "ERROR"),
        defect(
            chain(SERVER.signature("SHA1withRSA")),
            "certificate-weak-signature",
            "WARNING",
            "ERROR"),
        defect(
            chain(SERVER.extendedKeyUsage("1.3.6.1.5.5.7.3.2")),
            "certificate-missing-server-auth",
            "NOTICE",
            "ERROR"),
        defect(chain(SERVER.mustStaple()), "certificate-must-staple-ignored", "NOTICE", "WARNING"),
        defect(
            stapled(SERVER, OcspResponses.by(CA.intermediate()).revoked(days(-1), 1)),
            "certificate-revoked",
            "WARNING",
            "ERROR"),
        defect(
            stapled(SERVER, OcspResponses.by(CA.intermediate()).valid(days(-9), days(-2))),
            "ocsp-staple-invalid",
            "NOTICE",
            "NOTICE"),
        defect(
            stapled(SERVER, OcspResponses.by(CA.intermediate()).valid(days(2), days(9))),
            "ocsp-staple-invalid",
            "NOTICE",
            "NOTICE"),
        defect(
            stapled(SERVER, OcspResponses.by(STRANGER.intermediate()).revoked(days(-1), 1)),
            "ocsp-staple-invalid",
            "NOTICE",
            "NOTICE"),
        defect(Session.good().stapled(new byte[] {1}), "ocsp-staple-invalid", "NOTICE", "NOTICE"),
        defect(
            chain(years(2)).publicAuthority(), "certificate-validity-too-long", "NOTICE", "NOTICE"),
        defect(Session.of(disordered()), "certificate-chain-order", "NOTICE", "NOTICE"),
        defect(
            Session.of(CA.chain(HOST).plus(CA.root())),
            "certificate-chain-surplus",
            "INFO",
            "INFO"),
        defect(
            Session.of(CA.chain(HOST).plus(STRANGER.intermediate())),
            "certificate-chain-surplus",
            "NOTICE",
            "NOTICE"),
        defect(
            Session.of(CA.chain(HOST).plus(CA.intermediate())),
            "certificate-chain-surplus",
            "NOTICE",
            "NOTICE"),
        defect(
            Session.of(List.of(CertificateReader.read(new byte[] {1}))),
            "certificate-unreadable",
            "WARNING",
            "ERROR"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void oneDefectGivesOneFinding(Session session, String id, Severity mx, Severity submission) {
    assertThat(findings(session, 25))
        .as("on 25")
        .singleElement()
        .satisfies(f -> {
          assertThat(f.id()).startsWith(id);
          assertThat(f.severity()).isEqualTo(mx);
        });
    assertThat(findings(session, 587))
        .as("on 587")
        .singleElement()
        .satisfies(f -> {
          assertThat(f.id()).startsWith(id);
          assertThat(f.severity()).isEqualTo(submission);
        });
  }

  @Test
  void goodChainsPass() {
    for (Session good :
        List.of(
            Session.good(),
            Session.good().publicAuthority(),
            chain(SERVER.key(KeyType.EC_P256)),
            chain(SERVER.key(KeyType.ED25519)),
            chain(SERVER.dnsNames("*.example.org")),
            stapled(SERVER.mustStaple(), OcspResponses.by(CA.intermediate())),
            chain(years(2)))) {
      assertThat(findings(good, 25)).isEmpty();
      assertThat(findings(good, 465)).isEmpty();
    }
  }

  /** What the response does not prove is not taken for good. */
  @Test
  void revocationIsUnknownWithoutAFreshAnswerOfTheIssuer() {
    OcspResponses response = OcspResponses.by(CA.intermediate());
    for (Session unsure :
        List.of(
            stapled(SERVER, OcspResponses.by(CA.intermediate()).unknown()),
            stapled(SERVER, OcspResponses.by(CA.intermediate()).valid(days(-9), days(-2))),
            stapled(SERVER, OcspResponses.by(STRANGER.intermediate()).revoked(days(-1), 1)),
            Session.good().stapled(response.about(CA.chain("other.example").leaf())),
            Session.good().stapled(new byte[] {1}))) {
      assertThat(unsure.judge(new CertificateRevoked(), 587))
          .isInstanceOf(Judgement.Inconclusive.class);
    }
    assertThat(Session.good().judge(new CertificateRevoked(), 587))
        .isInstanceOf(Judgement.NotApplicable.class);
    assertThat(stapled(SERVER, response).judge(new CertificateRevoked(), 587))
        .isEqualTo(Judgement.pass());
  }

  @Test
  void expiredSelfSignedIsTwoFindings() {
    Chain chain = Chain.of(CA.selfSigned(SERVER.expired(Duration.ofDays(3))));
    assertThat(findings(Session.of(chain), 587))
        .extracting(Finding::id)
        .containsExactlyInAnyOrder("certificate-expired", "certificate-self-signed");
  }

  /** The Baseline Requirements' limits by the date of issue. */
  @ParameterizedTest
  @ValueSource(strings = {"2020-09-02,398", "2026-03-15,200", "2027-03-15,100", "2029-03-15,47"})
  void validityLimitGoesByTheDateOfIssue(String issuedAndDays) {
    String[] parts = issuedAndDays.split(",", 2);
    Instant issued = Instant.parse(parts[0] + "T00:00:00Z");
    Instant atMost = issued.plus(Duration.ofDays(Long.parseLong(parts[1])));
    CertificateValidityTooLong check = new CertificateValidityTooLong();
    assertThat(chain(SERVER.valid(issued, atMost)).publicAuthority().judge(check, 25))
        .isEqualTo(Judgement.pass());
    assertThat(
            chain(SERVER.valid(issued, atMost.plusSeconds(1))).publicAuthority().judge(check, 25))
        .isInstanceOf(Judgement.Fail.class);
  }

  @Test
  void shortLivedPublicCertificateIsNotAlwaysAboutToExpire() {
    CertificateSpec week = SERVER.valid(days(-2), days(5));
    assertThat(chain(week).publicAuthority().judge(new CertificateExpiring(), 25))
        .isEqualTo(Judgement.pass());
    CertificateSpec late = SERVER.valid(days(-5), days(2));
    assertThat(chain(late).publicAuthority().judge(new CertificateExpiring(), 25))
        .isInstanceOf(Judgement.Fail.class);
  }

  @Test
  void withoutSessionNothingFails() {
    for (TlsOutcome outcome :
        List.of(
            new TlsOutcome.NotOffered(),
            new TlsOutcome.NotWanted(),
            new TlsOutcome.NotReached("early end"),
            new TlsOutcome.Refused(Scene.replied("454 not now")),
            new TlsOutcome.Failed(
                new HandshakeFailure.Closed(), Optional.empty(), List.<PeerCertificate>of()))) {
      for (Check check : Checks.ALL) {
        if (check instanceof LeafCheck leafCheck) {
          assertThat(Session.judge(leafCheck, Scenes.context(Scene.on(25).tls(outcome))))
              .isInstanceOfAny(Judgement.NotApplicable.class, Judgement.Inconclusive.class);
        }
      }
    }
  }

  private static Arguments defect(Session session, String id, String mx, String submission) {
    return Arguments.of(session, id, Severity.valueOf(mx), Severity.valueOf(submission));
  }

  private static Session chain(CertificateSpec spec) {
    return Session.of(CA.chain(spec));
  }

  private static Session stapled(CertificateSpec spec, OcspResponses response) {
    Chain chain = CA.chain(spec);
    return Session.of(chain).stapled(response.about(chain.leaf()));
  }

  private static CertificateSpec years(int years) {
    return SERVER.valid(days(-10), days(365 * years));
  }

  private static Instant days(int days) {
    return Scenes.NOW.plus(Duration.ofDays(days));
  }

  private static Identity expiredIntermediate() {
    return CA.issue(CA.authority("Old").valid(days(-300), days(-3)), CA.root());
  }

  private static Chain withNoAuthority() {
    Identity noCa = CA.issue(CA.authority("No CA").authority(false));
    return Chain.of(CA.issue(SERVER, noCa), noCa, CA.intermediate());
  }

  private static List<PeerCertificate> disordered() {
    Identity second = CA.issue(CA.authority("Second"));
    return sent(CA.issue(SERVER, second), CA.intermediate(), second);
  }

  private static List<Finding> findings(Session session, int port) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : Checks.ALL) {
      if (check instanceof LeafCheck leafCheck
          && session.judge(leafCheck, port) instanceof Judgement.Fail(List<Finding> found)) {
        findings.addAll(found);
      }
    }
    // What a root of the authority sent in a chain that ends in it adds is of no interest here.
    findings.removeIf(f -> f.id().endsWith("/root") && findings.size() > 1);
    return findings;
  }
}
