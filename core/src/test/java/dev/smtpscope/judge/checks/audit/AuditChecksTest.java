package dev.smtpscope.judge.checks.audit;

import static dev.smtpscope.facts.TlsVersion.SSL_2;
import static dev.smtpscope.facts.TlsVersion.SSL_3;
import static dev.smtpscope.facts.TlsVersion.TLS_1_0;
import static dev.smtpscope.facts.TlsVersion.TLS_1_1;
import static dev.smtpscope.facts.TlsVersion.TLS_1_2;
import static dev.smtpscope.facts.TlsVersion.TLS_1_3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.fixture.Audited;
import dev.smtpscope.fixture.Certificates;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.fixture.Session;
import dev.smtpscope.judge.CheckResult;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judge;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Verdicts;
import dev.smtpscope.judge.audit.SuiteClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check fails on its own defect, and one defect gives one finding. */
class AuditChecksTest {
  private static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
  private static final String STATIC = "TLS_RSA_WITH_AES_128_GCM_SHA256";
  private static final String DHE = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";

  static Stream<Arguments> defects() {
    return Stream.of(
        defect("tls-ssl-accepted", "ERROR", "ERROR", good().speaks(SSL_2, yes())),
        defect("tls-ssl-accepted", "ERROR", "ERROR", with(SSL_3)),
        defect("tls-old-version-accepted", "WARNING", "ERROR", with(TLS_1_0)),
        defect("tls-old-version-accepted", "WARNING", "ERROR", with(TLS_1_1)),
        defect("tls-null-accepted", "ERROR", "ERROR", good("TLS_ECDHE_RSA_WITH_NULL_SHA")),
        defect("tls-anonymous-accepted", "INFO", "ERROR", good("TLS_DH_anon_WITH_AES_128_CBC_SHA")),
        defect("tls-rc4-accepted", "ERROR", "ERROR", good("TLS_ECDHE_RSA_WITH_RC4_128_SHA")),
        defect(
            "tls-64-bit-block-accepted",
            "WARNING",
            "WARNING",
            good("TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA")),
        defect("tls-cbc-accepted", "NOTICE", "NOTICE", good(CBC)),
        defect("tls-static-key-exchange-accepted", "NOTICE", "WARNING", good(STATIC)),
        defect(
            "tls-dhe-accepted", "NOTICE", "WARNING", good().prime(DHE, 2048, "RFC 7919 ffdhe2048")),
        defect("tls-dhe-accepted", "WARNING", "WARNING", good().prime(DHE, 1024, "RFC 2409")),
        defect("tls-dhe-accepted", "ERROR", "ERROR", good().prime(DHE, 768, "")),
        feature("tls-no-secure-renegotiation", "WARNING", Feature.SECURE_RENEGOTIATION, no()),
        feature("tls-no-extended-master-secret", "NOTICE", Feature.EXTENDED_MASTER_SECRET, no()),
        feature("tls-early-data-accepted", "WARNING", Feature.EARLY_DATA, yes()),
        defect("tls-compression", "NOTICE", "WARNING", good().has(Feature.COMPRESSION, yes())),
        feature("tls-heartbeat-offered", "INFO", Feature.HEARTBEAT, yes()),
        feature("tls-intolerance", "WARNING", Feature.UNKNOWN_EXTENSION, no()),
        defect(
            "tls-handshake-signature-weak",
            "NOTICE",
            "NOTICE",
            good().signs(TLS_1_2, 0x0201, "rsa_pkcs1_sha1", yes())),
        defect(
            "tls-no-post-quantum",
            "INFO",
            "INFO",
            good().group(TLS_1_3, 0x11ec, "X25519MLKEM768", false)),
        active("tls-heartbleed", "ERROR", ActiveTest.HEARTBLEED),
        active("tls-ccs-injection", "ERROR", ActiveTest.CCS_INJECTION),
        active("tls-robot", "ERROR", ActiveTest.ROBOT),
        active("tls-ticketbleed", "ERROR", ActiveTest.TICKETBLEED),
        active("tls-client-renegotiation", "NOTICE", ActiveTest.CLIENT_RENEGOTIATION),
        active("starttls-command-injection", "ERROR", ActiveTest.COMMAND_INJECTION),
        active("starttls-response-buffering", "WARNING", ActiveTest.RESPONSE_BUFFERING),
        active("tls-large-key-share", "WARNING", ActiveTest.LARGE_KEY_SHARE),
        defect(
            "tls-server-name-needed",
            "WARNING",
            "WARNING",
            good().chain(Asked.NO_NAME, no(), List.of())),
        defect(
            "tls-server-name-needed",
            "NOTICE",
            "NOTICE",
            good().chain(Asked.UNKNOWN_NAME, no(), List.of())),
        defect(
            "tls-server-name-needed",
            "NOTICE",
            "WARNING",
            good().chain(Asked.NO_NAME, yes(), Certificates.sent(other("other.example")))),
        defect(
            "certificate-second-broken",
            "NOTICE",
            "ERROR",
            good().chain(Asked.ECDSA, yes(), Certificates.sent(other("other.example")))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("defects")
  void oneDefectGivesOneFinding(String id, Severity mx, Severity submission, Audited audited) {
    for (int port : new int[] {25, 465}) {
      assertThat(findings(audited, port))
          .singleElement()
          .satisfies(f -> {
            assertThat(f.id()).isEqualTo(id);
            assertThat(f.severity()).isEqualTo(port == 25 ? mx : submission);
            assertThat(f.reproduce()).isNotEmpty();
          });
    }
  }

  @Test
  void aServerBeyondReproachPassesEverything() {
    assertThat(findings(good(), 25)).isEmpty();
    assertThat(results(good(), 25))
        .allMatch(r -> !(r.judgement() instanceof Judgement.Inconclusive), "is conclusive");
  }

  @Test
  void exportSuitesAreToldOnceForTheirCipher() {
    assertThat(findings(good("TLS_RSA_EXPORT_WITH_RC4_40_MD5"), 25))
        .extracting(Finding::id)
        .containsExactly("tls-export-accepted", "tls-static-key-exchange-accepted");
  }

  @Test
  void withoutAnAuditNothingIsAsked() {
    assertThat(judge(Scene.on(25).tls(new TlsOutcome.Established(Session.good().session()))))
        .filteredOn(r -> isOfAudit(r.checkId()))
        .isNotEmpty()
        .allMatch(r -> r.judgement() instanceof Judgement.NotApplicable);
  }

  @ParameterizedTest
  @EnumSource(
      value = SuiteClass.class,
      names = {"NULL", "EXPORT", "RC4", "DES", "BLOCK_64", "CBC", "ANONYMOUS", "STATIC"})
  void suitesThatWereNotOfferedAreNotKnown(SuiteClass kind) {
    assertThat(results(good().notExhaustive(), 25))
        .filteredOn(r -> r.judgement() instanceof Judgement.Inconclusive)
        .extracting(r -> ((Judgement.Inconclusive) r.judgement()).why())
        .anyMatch(why -> why.contains(kind.label()));
  }

  @Test
  void reasonSaysThatTheAuditEndedEarly() {
    Audited broken =
        good()
            .speaks(TLS_1_1, Trait.unknown("no answer"))
            .without(Feature.COMPRESSION)
            .endedEarly("421 4.7.0 too many");
    assertThat(result(broken, "tls-old-version-accepted"))
        .isEqualTo(new Judgement.Inconclusive("TLSv1.1: no answer"));
    assertThat(result(broken, "tls-compression"))
        .isEqualTo(
            new Judgement.Inconclusive(
                "it was not asked (the audit ended early: 421 4.7.0 too many)"));
  }

  @Test
  void theClientsOrderMattersWhereThereIsSomethingBadToPick() {
    assertThat(findings(good().preference(Preference.CLIENT), 25)).isEmpty();
    assertThat(findings(good(STATIC).preference(Preference.CLIENT), 25))
        .extracting(Finding::id)
        .containsExactly("tls-static-key-exchange-accepted", "tls-no-server-preference");
    assertThat(result(good(STATIC).preference(Preference.UNKNOWN), "tls-no-server-preference"))
        .isInstanceOf(Judgement.Inconclusive.class);
  }

  @Test
  void primesOfSuitesThatProveNothingCountForNothing() {
    Audited audited = good().prime("TLS_DH_anon_WITH_AES_128_CBC_SHA", 1024, "RFC 2409");
    assertThat(findings(audited, 25)).map(Finding::id).containsExactly("tls-anonymous-accepted");
  }

  @Test
  void fallbackMattersWhereThereIsSomethingToFallBackTo() {
    assertThat(findings(good().has(Feature.FALLBACK_SCSV, no()), 25)).isEmpty();
    assertThat(findings(with(TLS_1_1).has(Feature.FALLBACK_SCSV, no()), 25))
        .extracting(Finding::id)
        .containsExactly("tls-old-version-accepted", "tls-no-fallback-scsv");
  }

  @Test
  void heartbleedIsToldWithoutItsExtension() {
    assertThat(
            findings(good().has(Feature.HEARTBEAT, yes()).shows(ActiveTest.HEARTBLEED, yes()), 25))
        .extracting(Finding::id)
        .containsExactly("tls-heartbleed");
  }

  @Test
  void whatWasNotAskedByDepthDoesNotApply() {
    assertThat(result(good().without(Feature.FALLBACK_SCSV), "tls-no-fallback-scsv"))
        .isInstanceOf(Judgement.NotApplicable.class);
    assertThat(result(good(), "tls-robot")).isInstanceOf(Judgement.NotApplicable.class);
  }

  @Test
  void goodSecondCertificatePasses() {
    assertThat(
            result(
                good()
                    .chain(Asked.ECDSA, yes(), Certificates.sent(other("mail.example.org")))
                    .chain(Asked.NO_NAME, yes(), Certificates.sent(other("mail.example.org"))),
                "certificate-second-broken"))
        .isEqualTo(Judgement.pass());
  }

  @Test
  void anOnlyOldVersionIsToldOnce() {
    Session old = Session.good().suite(CBC).version(TLS_1_0);
    Audited audited = good().no13().speaks(TLS_1_2, no()).accepts(TLS_1_0, CBC);
    assertThat(findings(old, audited, 25))
        .extracting(Finding::id)
        .containsExactly("tls-version-outdated", "tls-no-post-quantum");
  }

  private static dev.smtpscope.testkit.Chain other(String name) {
    return Certificates.CA.chain(name);
  }

  private static Audited good(String... suites) {
    return Audited.good().accepts(TLS_1_2, suites);
  }

  private static Audited with(dev.smtpscope.facts.TlsVersion version) {
    return good().accepts(version, CBC);
  }

  private static Trait yes() {
    return Trait.yes("seen");
  }

  private static Trait no() {
    return Trait.no("not seen");
  }

  private static Arguments feature(String id, String severity, Feature feature, Trait trait) {
    return defect(id, severity, severity, good().has(feature, trait));
  }

  private static Arguments active(String id, String severity, ActiveTest test) {
    return defect(id, severity, severity, good().shows(test, yes()));
  }

  private static Arguments defect(String id, String mx, String submission, Audited audited) {
    return Arguments.of(id, Severity.valueOf(mx), Severity.valueOf(submission), audited);
  }

  private static List<Finding> findings(Audited audited, int port) {
    return findings(Session.good(), audited, port);
  }

  private static List<Finding> findings(Session session, Audited audited, int port) {
    return new Verdicts(List.of(), results(session, audited, port)).findings();
  }

  private static Judgement result(Audited audited, String id) {
    return results(audited, 25).stream()
        .filter(r -> r.checkId().equals(id))
        .findFirst()
        .orElseThrow()
        .judgement();
  }

  private static List<CheckResult> results(Audited audited, int port) {
    return results(Session.good(), audited, port);
  }

  private static List<CheckResult> results(Session session, Audited audited, int port) {
    return judge(
            Scene.on(port)
                .tls(new TlsOutcome.Established(session.session()))
                .audited(audited.facts()))
        .stream()
        .filter(r -> isOfAudit(r.checkId()) || r.checkId().startsWith("tls-"))
        .toList();
  }

  private static boolean isOfAudit(String id) {
    return AuditChecks.ALL.stream().anyMatch(check -> check.id().equals(id));
  }

  private static List<CheckResult> judge(Scene scene) {
    return new Judge(Ruleset.standard(Certificates.ANCHORS)).judge(Scenes.facts(scene)).results();
  }
}
