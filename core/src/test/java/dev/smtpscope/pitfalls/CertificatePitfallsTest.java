package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Thresholds;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.CertificateSpec;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.TestCa;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a certificate lacks, told apart and weighed by role. */
class CertificatePitfallsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private static CertificateSpec spec() {
    return Seen.CA.server(Seen.HOST);
  }

  private static Seen relay(Chain chain) {
    return Seen.relay(Seen.postfix().tls(Seen.tls(chain)));
  }

  private static Seen submission(Chain chain) {
    return Seen.submission(Seen.submissionServer().tls(Seen.tls(chain)));
  }

  /** The finding on a relay, and on a port for users. */
  private static void assertFound(Chain chain, String onRelay, String onSubmission) {
    assertThat(relay(chain).findings()).containsExactly(onRelay);
    assertThat(submission(chain).findings()).containsExactly(onSubmission);
  }

  @Test
  void aGoodCertificateHasNoFindingInAnyRole() {
    assertThat(relay(Seen.CA.chain(Seen.HOST)).findings()).isEmpty();
    assertThat(submission(Seen.CA.chain(Seen.HOST)).findings()).isEmpty();
    assertThat(Seen.submissions(Seen.submissionServer().implicitTls(Seen.tls())).findings())
        .isEmpty();
  }

  @Test
  void expired() {
    assertFound(
        Seen.CA.chain(spec().expired(DAY)),
        "warning certificate-expired",
        "error certificate-expired");
  }

  @Test
  void aboutToExpire() {
    assertFound(
        Seen.CA.chain(spec().expiring(DAY.multipliedBy(29))),
        "warning certificate-expiring",
        "warning certificate-expiring");
    assertThat(relay(Seen.CA.chain(spec().expiring(DAY.multipliedBy(31)))).findings()).isEmpty();
  }

  @Test
  void theThresholdIsTheUsers() {
    Seen seen = relay(Seen.CA.chain(spec().expiring(DAY.multipliedBy(20))));
    Thresholds usual = Thresholds.STANDARD;
    Thresholds lower =
        new Thresholds(DAY.multipliedBy(10), usual.maximumValidity(), usual.slowStage());
    assertThat(seen.findings()).containsExactly("warning certificate-expiring");
    assertThat(seen.judgedBy(Seen.RULES.with(lower)).findings()).isEmpty();
  }

  @Test
  void notYetValid() {
    assertFound(
        Seen.CA.chain(spec().notYetValid(DAY)),
        "warning certificate-not-yet-valid",
        "error certificate-not-yet-valid");
  }

  @Test
  void selfSigned() {
    assertFound(
        Chain.of(Seen.CA.selfSigned(spec())),
        "notice certificate-self-signed",
        "error certificate-self-signed");
  }

  @Test
  void aPrivateAuthorityIsUntrustedAndNotSelfSigned() {
    TestCa own = TestCa.named("Private", Instant.now());
    assertFound(
        own.chain(Seen.HOST).plus(own.root()),
        "notice certificate-untrusted-root",
        "error certificate-untrusted-root");
  }

  @Test
  void aMissingIntermediateIsNoUntrustedRoot() {
    assertFound(
        Seen.CA.chain(Seen.HOST).leafOnly(),
        "notice certificate-chain-incomplete",
        "error certificate-chain-incomplete");
    Seen named =
        submission(
            Seen.CA.chain(spec().caIssuers("http://ca.example.org/intermediate.crt")).leafOnly());
    assertThat(named.finding("certificate-chain-incomplete").evidence())
        .anyMatch(line -> line.contains("http://ca.example.org/intermediate.crt"));
    assertThat(named.finding("certificate-chain-incomplete").why()).containsIgnoringCase("browser");
  }

  @Test
  void severalFaultsAreSeveralFindings() {
    CertificateSpec bad = Seen.CA.server("www.example.net").expired(DAY);
    assertThat(submission(Chain.of(Seen.CA.selfSigned(bad))).findings())
        .containsExactly(
            "error certificate-expired",
            "error certificate-name-mismatch",
            "error certificate-self-signed");
    assertThat(relay(Seen.CA.chain(bad).leafOnly()).findings())
        .containsExactly(
            "notice certificate-chain-incomplete",
            "notice certificate-name-mismatch",
            "warning certificate-expired");
  }

  @Test
  void theNameIsThatOfTheHostAndNotOfTheDomain() {
    assertFound(
        Seen.CA.chain(Seen.CA.server("example.org")),
        "notice certificate-name-mismatch",
        "error certificate-name-mismatch");
  }

  @Test
  void wildcardsMatchOneLabel() {
    assertThat(submission(Seen.CA.chain(spec().dnsNames("*.example.org"))).findings()).isEmpty();
    for (String name : List.of("*.org", "*.mail.example.org", "*", "*il.example.com")) {
      assertThat(submission(Seen.CA.chain(spec().dnsNames(name))).findings())
          .as(name)
          .containsExactly("error certificate-name-mismatch");
    }
  }

  @Test
  void namesHaveNoCase() {
    assertThat(submission(Seen.CA.chain(spec().dnsNames("MAIL.Example.ORG"))).findings()).isEmpty();
  }

  @Test
  void theCommonNameIsIgnoredWhereThereAreDnsNames() {
    Seen seen = submission(Seen.CA.chain(spec().dnsNames("other.example.net")));
    assertThat(seen.findings()).containsExactly("error certificate-name-mismatch");
    assertThat(seen.finding("certificate-name-mismatch").title())
        .contains("only the common name matches");
  }

  @Test
  void theCommonNameAloneIsSaidSo() {
    assertFound(
        Seen.CA.chain(spec().commonNameOnly()),
        "notice certificate-common-name-only",
        "warning certificate-common-name-only");
  }

  @Test
  void anAddressHasNoNameToCompareWith() throws Exception {
    Chain other = Seen.CA.chain(Seen.CA.server("www.example.net"));
    try (ScriptedSmtpServer running =
        ScriptedSmtpServer.start(Seen.submissionServer().tls(Seen.tls(other)))) {
      Target target =
          Target.host(
              running.address().getHostAddress(),
              new Host.Literal(running.address()),
              List.of(new Service(running.port(), Role.SUBMISSION, TlsMode.STARTTLS)));
      Seen seen = Seen.of(target, Seen.PATIENT, running.address());
      assertThat(seen.findings()).isEmpty();
      assertThat(seen.judgement("certificate-name-mismatch"))
          .isInstanceOf(Judgement.NotApplicable.class);
    }
  }

  @Test
  void weakKeysAndSignatures() {
    assertThat(submission(Seen.CA.chain(spec().key(KeyType.RSA_1024))).findings())
        .containsExactly("error certificate-weak-key");
    assertThat(relay(Seen.CA.chain(spec().signature("SHA1withRSA"))).findings())
        .containsExactly("warning certificate-weak-signature");
    assertThat(submission(Seen.CA.chain(spec().signature("SHA1withRSA"))).findings())
        .containsExactly("error certificate-weak-signature");
  }

  @Test
  void orderAndSurplusDoNotBreakTrust() {
    Chain misordered = Seen.CA.chain(Seen.HOST).plus(Seen.CA.root()).swapped();
    assertThat(submission(misordered).findings()).containsExactly("notice certificate-chain-order");
    assertThat(submission(Seen.CA.chain(Seen.HOST).plus(Seen.CA.root())).findings()).isEmpty();
  }

  @Test
  void oldVersionsWeighByRole() {
    var old = Seen.tls().protocols("TLSv1");
    assertThat(Seen.relay(Seen.postfix().tls(old)).all())
        .contains("warning tls-version-outdated")
        .noneMatch(line -> line.startsWith("error"));
    assertThat(Seen.submission(Seen.submissionServer().tls(old)).all())
        .contains("error tls-version-outdated");
    var modern = Seen.tls().protocols("TLSv1.2");
    assertThat(Seen.submission(Seen.submissionServer().tls(modern)).findings()).isEmpty();
  }
}
