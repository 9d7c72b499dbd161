package dev.smtpscope.judge.checks.dane;

import static dev.smtpscope.fixture.Certificates.CA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.Certificates;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.testkit.Chain;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaneChecksTest {
  private static final String MX = "mx.example.org";
  private static final String TLSA = "_25._tcp." + MX;
  private static final Chain GOOD = CA.chain(MX);
  private static final Chain OTHER = CA.chain("elsewhere.example.com");
  private static final String OLD = "ab".repeat(32);

  private final MailDomain domain = MailDomain.of("example.org");

  private static Scene server(Chain chain) {
    return MailDomain.server(chain, MX);
  }

  private static Scene plain() {
    return Scene.on(25).offers("SIZE 1000");
  }

  private static String data(int usage, int selector, int type, Chain chain) {
    return Association.of(
            usage,
            selector,
            type,
            Certificates.sent(chain).get(usage == Association.DANE_TA ? 1 : 0))
        .orElseThrow()
        .data();
  }

  private DaneChecksTest publish(int usage, int selector, int type, Chain chain) {
    domain.dns.tlsa(TLSA, usage, selector, type, data(usage, selector, type, chain));
    return this;
  }

  private DaneChecksTest outdated() {
    domain.dns.tlsa(TLSA, 3, 1, 1, OLD);
    return this;
  }

  private Judgement judge(Check.OfHost check, Scene... scenes) {
    HostContext host = domain.host(MX, 10, scenes).context(MX);
    return switch (check.appliesTo(host)) {
      case Applicability.Applies applies -> check.judge(host);
      case Applicability.NotApplicable(var why) -> new Judgement.NotApplicable(why);
      case Applicability.Unknown(var why) -> new Judgement.Inconclusive(why);
    };
  }

  private static Finding finding(Judgement judgement) {
    assertThat(judgement).isInstanceOf(Judgement.Fail.class);
    return ((Judgement.Fail) judgement).findings().getFirst();
  }

  // dane-mismatch

  @Test
  void aMatchPasses() {
    assertThat(publish(3, 1, 1, GOOD).judge(new DaneMismatch(), server(GOOD)))
        .isEqualTo(Judgement.pass());
  }

  @Test
  void aMismatchIsAnErrorWithTheRecordsToPublish() {
    Finding finding = finding(outdated().judge(new DaneMismatch(), server(GOOD)));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.title()).isEqualTo("the certificate does not match the TLSA records");
    assertThat(finding.evidence())
        .contains(
            TLSA + " TLSA 3 1 1 " + OLD,
            "served at depth 0: 3 1 1 " + data(3, 1, 1, GOOD),
            "served at depth 1: 2 1 1 " + data(2, 1, 1, GOOD));
    assertThat(finding.fix().configuration().map(Fix.Configuration::lines))
        .contains(
            List.of(
                "_25._tcp.mx.example.org. IN TLSA 3 1 1 " + data(3, 1, 1, GOOD),
                "_25._tcp.mx.example.org. IN TLSA 2 1 1 " + data(2, 1, 1, GOOD)));
    assertThat(finding.reproduce()).startsWith("posttls-finger -l dane");
  }

  @Test
  void someAddressesThatDoNotMatchAreNamed() {
    Finding finding =
        finding(
            publish(3, 1, 1, GOOD)
                .judge(new DaneMismatch(), server(GOOD), server(OTHER).at("192.0.2.2")));

    assertThat(finding.title())
        .isEqualTo(
            "at 192.0.2.2:25 the certificate does not match the TLSA records, elsewhere it does");
    assertThat(finding.evidence())
        .anyMatch(line -> line.startsWith("192.0.2.1:25: 3 1 1 matches at depth 0"));
  }

  @Test
  void aMismatchUnderAnotherNameIsInconclusive() {
    assertThat(outdated().judge(new DaneMismatch(), MailDomain.server(GOOD, "other.example.org")))
        .isInstanceOf(Judgement.Inconclusive.class);
  }

  @Test
  void withoutTlsTheMatchIsInconclusive() {
    assertThat(outdated().judge(new DaneMismatch(), plain()))
        .isInstanceOf(Judgement.Inconclusive.class);
  }

  @Test
  void withoutRecordsThereIsNothingToMatch() {
    assertThat(judge(new DaneMismatch(), server(GOOD))).isInstanceOf(Judgement.NotApplicable.class);
  }

  // dane-lookup-failed

  @Test
  void aFailingLookupIsAnError() {
    domain.dns.failing(TLSA, RecordType.TLSA, DnsFailure.SERVFAIL);

    assertThat(finding(judge(new DaneLookupFailed(), server(GOOD))).severity())
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void aBogusAnswerIsAnError() {
    domain.dns.status(TLSA, DnssecStatus.BOGUS);

    assertThat(finding(judge(new DaneLookupFailed(), server(GOOD))).evidence())
        .anyMatch(line -> line.contains("bogus"));
  }

  @Test
  void aFailureOfOurResolverIsInconclusive() {
    domain.dns.failing(TLSA, RecordType.TLSA, DnsFailure.TIMEOUT);

    assertThat(judge(new DaneLookupFailed(), server(GOOD)))
        .isInstanceOf(Judgement.Inconclusive.class);
  }

  @Test
  void provenAbsenceIsNoFailure() {
    assertThat(judge(new DaneLookupFailed(), server(GOOD))).isEqualTo(Judgement.pass());
  }

  // dane-records-unusable

  @Test
  void recordsThatAreAllUnusableAreAWarning() {
    domain.dns.tlsa(TLSA, 1, 1, 1, OLD);

    Finding finding = finding(judge(new DaneRecordsUnusable(), server(GOOD)));
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.evidence()).anyMatch(line -> line.contains("usage 1, PKIX-EE"));
  }

  @Test
  void oneUnusableRecordIsANotice() {
    domain.dns.tlsa(TLSA, 0, 1, 1, OLD);

    assertThat(
            finding(publish(3, 1, 1, GOOD).judge(new DaneRecordsUnusable(), server(GOOD)))
                .severity())
        .isEqualTo(Severity.NOTICE);
  }

  @Test
  void usableRecordsPass() {
    assertThat(publish(3, 1, 1, GOOD).judge(new DaneRecordsUnusable(), server(GOOD)))
        .isEqualTo(Judgement.pass());
  }

  // dane-records-ignored

  @Test
  void recordsBehindInsecureAddressesAreIgnored() {
    domain.dns.status(MX, DnssecStatus.INSECURE).status(TLSA, DnssecStatus.SECURE);

    assertThat(finding(outdated().judge(new DaneRecordsIgnored(), server(GOOD))).title())
        .contains("the addresses of mx.example.org are not signed");
  }

  @Test
  void insecureRecordsAreIgnored() {
    domain.dns.status(TLSA, DnssecStatus.INSECURE);

    assertThat(finding(outdated().judge(new DaneRecordsIgnored(), server(GOOD))).severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void recordsBehindAnInsecureMxSetAreANotice() {
    domain.dns.status("example.org", DnssecStatus.INSECURE).status(MX, DnssecStatus.SECURE);

    Finding finding = finding(outdated().judge(new DaneRecordsIgnored(), server(GOOD)));
    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
    assertThat(finding.title()).contains("MX records");
  }

  @Test
  void withoutRecordsNoneIsIgnored() {
    domain.dns.status(MX, DnssecStatus.INSECURE);

    assertThat(judge(new DaneRecordsIgnored(), server(GOOD)))
        .isInstanceOf(Judgement.NotApplicable.class);
  }

  @Test
  void signedAllTheWayPasses() {
    assertThat(outdated().judge(new DaneRecordsIgnored(), server(GOOD)))
        .isEqualTo(Judgement.pass());
  }

  // dane-starttls-missing

  @Test
  void recordsWithoutStartTlsAreAnError() {
    Finding finding = finding(outdated().judge(new DaneStartTlsMissing(), plain()));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.title()).isEqualTo("there are TLSA records, but STARTTLS is not offered");
  }

  @Test
  void unusableRecordsDemandTlsToo() {
    domain.dns.tlsa(TLSA, 1, 1, 1, OLD);

    assertThat(judge(new DaneStartTlsMissing(), plain())).isInstanceOf(Judgement.Fail.class);
  }

  @Test
  void aRefusedStartTlsIsNone() {
    Scene refusing = Scene.on(25).tls(new TlsOutcome.Refused(Scene.replied("454 4.7.0 no")));

    assertThat(outdated().judge(new DaneStartTlsMissing(), refusing))
        .isInstanceOf(Judgement.Fail.class);
  }

  @Test
  void aRejectedConversationSaysNothingOfStartTls() {
    assertThat(outdated().judge(new DaneStartTlsMissing(), Scene.on(25).greeting("554 no")))
        .isInstanceOf(Judgement.Inconclusive.class);
  }

  @Test
  void tlsThatIsThereIsNotMissing() {
    assertThat(outdated().judge(new DaneStartTlsMissing(), server(GOOD)))
        .isEqualTo(Judgement.pass());
  }

  // dane-rollover-unprepared

  @Test
  void oneRecordIsNoPreparation() {
    assertThat(
            finding(publish(3, 1, 1, GOOD).judge(new DaneRolloverUnprepared(), server(GOOD)))
                .severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void twoRecordsForOneCertificateAreNoPreparation() {
    assertThat(
            publish(3, 1, 1, GOOD)
                .publish(3, 0, 1, GOOD)
                .judge(new DaneRolloverUnprepared(), server(GOOD)))
        .isInstanceOf(Judgement.Fail.class);
  }

  @Test
  void aRecordForTheNextKeyIsPreparation() {
    assertThat(
            publish(3, 1, 1, GOOD)
                .publish(3, 1, 1, OTHER)
                .judge(new DaneRolloverUnprepared(), server(GOOD)))
        .isEqualTo(Judgement.pass());
  }

  @Test
  void aRecordForTheAuthorityIsPreparation() {
    assertThat(
            publish(3, 1, 1, GOOD)
                .publish(2, 1, 1, GOOD)
                .judge(new DaneRolloverUnprepared(), server(GOOD)))
        .isEqualTo(Judgement.pass());
  }

  // dane-parameters-unusual

  @Test
  void wholeDataIsUnusual() {
    assertThat(
            finding(publish(3, 1, 0, GOOD).judge(new DaneParametersUnusual(), server(GOOD)))
                .evidence())
        .anyMatch(line -> line.startsWith("3 1 0: matching type 0"));
  }

  @Test
  void aDigestOfTheCertificateIsUnusual() {
    assertThat(
            finding(publish(3, 0, 1, GOOD).judge(new DaneParametersUnusual(), server(GOOD)))
                .evidence())
        .anyMatch(line -> line.startsWith("3 0 1: selector 0"));
  }

  @Test
  void theUsualRecordsAreUsual() {
    assertThat(
            publish(3, 1, 1, GOOD)
                .publish(2, 1, 1, GOOD)
                .judge(new DaneParametersUnusual(), server(GOOD)))
        .isEqualTo(Judgement.pass());
  }

  // dane-absent

  @Test
  void absenceInASignedZoneCarriesTheRecords() {
    Finding finding = finding(judge(new DaneAbsent(), server(GOOD)));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.fix().configuration().orElseThrow().lines())
        .containsExactly(
            "_25._tcp.mx.example.org. IN TLSA 3 1 1 " + data(3, 1, 1, GOOD),
            "_25._tcp.mx.example.org. IN TLSA 2 1 1 " + data(2, 1, 1, GOOD));
  }

  @Test
  void recordsAreNotMissedWhereNothingIsServed() {
    assertThat(judge(new DaneAbsent())).isInstanceOf(Judgement.NotApplicable.class);
  }

  @Test
  void absenceInAnUnsignedZoneIsNothing() {
    domain.dns.status(MX, DnssecStatus.INSECURE);

    assertThat(judge(new DaneAbsent(), server(GOOD))).isInstanceOf(Judgement.NotApplicable.class);
  }

  @Test
  void presenceIsNotAbsence() {
    assertThat(outdated().judge(new DaneAbsent(), server(GOOD))).isEqualTo(Judgement.pass());
  }

  // dane-absent-on-some

  private Judgement judgeDomain() {
    return new DaneAbsentOnSome().judge(domain.context());
  }

  @Test
  void someHostsWithoutRecordsAreNamed() {
    outdated();
    domain.host(MX, 10, server(GOOD)).host("mx2.example.org", 20, server(GOOD).at("192.0.2.2"));

    Finding finding = finding(judgeDomain());
    assertThat(finding.title()).isEqualTo("there are no usable TLSA records for mx2.example.org");
    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
  }

  @Test
  void recordsOnAllHostsPass() {
    outdated();
    domain.dns.tlsa("_25._tcp.mx2.example.org", 3, 1, 1, OLD);
    domain.host(MX, 10, server(GOOD)).host("mx2.example.org", 20, server(GOOD).at("192.0.2.2"));

    assertThat(judgeDomain()).isEqualTo(Judgement.pass());
  }

  @Test
  void recordsOnNoHostAreAnotherMatter() {
    domain.host(MX, 10, server(GOOD));

    assertThat(judgeDomain()).isInstanceOf(Judgement.NotApplicable.class);
  }

  @Test
  void aHostOfWhichNothingIsKnownIsInconclusive() {
    outdated();
    domain.dns.failing("_25._tcp.mx2.example.org", RecordType.TLSA, DnsFailure.TIMEOUT);
    domain.host(MX, 10, server(GOOD)).host("mx2.example.org", 20, server(GOOD).at("192.0.2.2"));

    assertThat(judgeDomain()).isInstanceOf(Judgement.Inconclusive.class);
  }
}
