package dev.smtpscope.judge.sender;

import static dev.smtpscope.fixture.Certificates.CA;
import static dev.smtpscope.judge.sender.Delivery.AUTHENTICATED;
import static dev.smtpscope.judge.sender.Delivery.BOUNCED;
import static dev.smtpscope.judge.sender.Delivery.DEFERRED;
import static dev.smtpscope.judge.sender.Delivery.ENCRYPTED;
import static dev.smtpscope.judge.sender.Delivery.PLAIN_TEXT;
import static dev.smtpscope.judge.sender.Delivery.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.Audited;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Session;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.MxPattern;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.target.HostName;
import dev.smtpscope.testkit.Chain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SenderTableTest {
  private static final String MX = "mx1.example.org";
  private static final String MX2 = "mx2.example.org";
  private static final Chain GOOD = CA.chain(MX);
  private static final Chain GOOD2 = CA.chain(MX2);
  private static final Chain SELF = Chain.of(CA.selfSigned(CA.server(MX)));
  private static final MtaSts NONE = new MtaSts.Absent("none");

  private final MailDomain domain = MailDomain.of("example.org");

  private static Scene server(Chain chain) {
    return MailDomain.server(chain, MX);
  }

  private static Scene plain() {
    return Scene.on(25).offers("SIZE 1000");
  }

  private static Scene deaf() {
    return Scene.on(25).dial(new DialOutcome.Refused());
  }

  private SenderTable table(MtaSts sts) {
    return SenderTable.of(domain.context(), sts);
  }

  private Prediction whole(Sender sender) {
    return table(NONE).whole(sender);
  }

  private Prediction one(Sender sender, Scene scene) {
    domain.host(MX, 10, scene);
    return whole(sender);
  }

  private static MtaSts policy(Mode mode, String... hosts) {
    List<MxPattern> mx = List.of(hosts).stream().map(HostName::new).map(MxPattern::of).toList();
    return new MtaSts.Valid("1", new Policy(mode, Duration.ofDays(7), mx));
  }

  private SenderTableTest tlsa(Chain chain) {
    return tlsa(MX, chain);
  }

  private SenderTableTest tlsa(String host, Chain chain) {
    var leaf = dev.smtpscope.fixture.Certificates.sent(chain).getFirst();
    domain.dns.tlsa(
        "_25._tcp." + host, 3, 0, 1, Association.of(3, 0, 1, leaf).orElseThrow().data());
    return this;
  }

  private static void is(Prediction prediction, Delivery delivery, ResultType failure) {
    assertThat(prediction.delivery()).as(prediction.reason()).isEqualTo(delivery);
    assertThat(prediction.failure()).contains(failure);
  }

  private static void is(Prediction prediction, Delivery delivery) {
    assertThat(prediction.delivery()).as(prediction.reason()).isEqualTo(delivery);
    assertThat(prediction.failure()).isEmpty();
  }

  // what an opportunistic sender does

  @Test
  void anyCertificateWillDo() {
    is(one(Sender.OPPORTUNISTIC, server(SELF)), ENCRYPTED);
  }

  @Test
  void withoutStartTlsItGoesInPlainText() {
    is(one(Sender.OPPORTUNISTIC, plain()), PLAIN_TEXT, ResultType.STARTTLS_NOT_SUPPORTED);
  }

  @Test
  void afterAFailedHandshakeItGoesInPlainText() {
    Scene broken =
        Scene.on(25)
            .tls(new TlsOutcome.Failed(new HandshakeFailure.Closed(), Optional.empty(), List.of()));
    is(one(Sender.OPPORTUNISTIC, broken), PLAIN_TEXT, ResultType.VALIDATION_FAILURE);
  }

  @Test
  void afterARefusedStartTlsItGoesInPlainText() {
    Scene refusing = Scene.on(25).tls(new TlsOutcome.Refused(Scene.replied("454 4.7.0 not now")));
    is(one(Sender.OPPORTUNISTIC, refusing), PLAIN_TEXT, ResultType.STARTTLS_NOT_SUPPORTED);
  }

  @Test
  void aHandshakeThatWeDidNotWaitForIsUnknown() {
    Scene slow =
        Scene.on(25)
            .tls(
                new TlsOutcome.Failed(
                    new HandshakeFailure.Silent(Duration.ofSeconds(10)),
                    Optional.empty(),
                    List.of()));
    is(one(Sender.OPPORTUNISTIC, slow), UNKNOWN);
  }

  @Test
  void aRefusingGreetingDefers() {
    is(one(Sender.OPPORTUNISTIC, Scene.on(25).greeting("554 no service here")), DEFERRED);
  }

  @Test
  void aRefusalMeantForUsTellsNothing() {
    Scene listed =
        Scene.on(25).greeting("554 5.7.1 Service unavailable; client blocked using Spamhaus");
    is(one(Sender.OPPORTUNISTIC, listed), UNKNOWN);
  }

  @Test
  void aClosedPortDefers() {
    is(one(Sender.OPPORTUNISTIC, deaf()), DEFERRED);
  }

  @Test
  void silenceOfAllIsMoreLikelyOurs() {
    Scene silent = Scene.on(25).dial(new DialOutcome.TimedOut(Duration.ofSeconds(10)));
    is(one(Sender.OPPORTUNISTIC, silent), UNKNOWN);
  }

  @Test
  void silenceOfOneDefers() {
    domain.host(MX, 10, Scene.on(25).dial(new DialOutcome.TimedOut(Duration.ofSeconds(10))));
    domain.host(MX2, 20, MailDomain.server(GOOD2, MX2).at("192.0.2.2"));

    assertThat(table(NONE).rows())
        .extracting(row -> row.of(Sender.OPPORTUNISTIC).delivery())
        .containsExactly(DEFERRED, ENCRYPTED);
    is(whole(Sender.OPPORTUNISTIC), ENCRYPTED);
  }

  @Test
  void startTlsThatAFirewallHidesIsNone() {
    Scene masked = server(GOOD).offers("XXXXXXXA", "STARTTLSX");
    domain.host(MX, 10, masked.tls(new TlsOutcome.NotOffered()));
    is(whole(Sender.OPPORTUNISTIC), PLAIN_TEXT, ResultType.STARTTLS_NOT_SUPPORTED);
  }

  // by chance

  @Test
  void theWeakestOfTheAddressesCounts() {
    domain.host(MX, 10, server(GOOD), plain().at("192.0.2.2"), deaf().at("192.0.2.3"));

    Prediction prediction = whole(Sender.OPPORTUNISTIC);
    is(prediction, PLAIN_TEXT, ResultType.STARTTLS_NOT_SUPPORTED);
    assertThat(prediction.reason())
        .contains("192.0.2.2", "may be picked", "1 that would not take it is passed over");
  }

  @Test
  void theWeakestOfEquallyPreferredHostsCounts() {
    domain.host(MX, 10, server(GOOD)).host(MX2, 10, plain().at("192.0.2.2"));
    is(whole(Sender.OPPORTUNISTIC), PLAIN_TEXT, ResultType.STARTTLS_NOT_SUPPORTED);
  }

  @Test
  void aLessPreferredHostDoesNotCount() {
    domain.host(MX, 10, server(GOOD)).host(MX2, 20, plain().at("192.0.2.2"));
    is(whole(Sender.OPPORTUNISTIC), ENCRYPTED);
  }

  @Test
  void aLessPreferredHostIsNextWhereTheFirstDefers() {
    domain.host(MX, 10, deaf()).host(MX2, 20, plain().at("192.0.2.2"));

    Prediction prediction = whole(Sender.OPPORTUNISTIC);
    is(prediction, PLAIN_TEXT, ResultType.STARTTLS_NOT_SUPPORTED);
    assertThat(prediction.reason()).contains("tried before: mx1.example.org");
  }

  @Test
  void whatIsNotKnownOfOneIsNotKnownOfAll() {
    domain.host(MX, 10, server(GOOD), Scene.on(25).greeting(Scene.silent()).at("192.0.2.2"));
    is(whole(Sender.OPPORTUNISTIC), UNKNOWN);
  }

  @Test
  void anAddressFamilyThatWeLackIsLeftOut() {
    domain.host(
        MX,
        10,
        server(GOOD),
        Scene.on(25).at("2001:db8::1").dial(new DialOutcome.Unreachable("no route")));

    Prediction prediction = whole(Sender.OPPORTUNISTIC);
    is(prediction, ENCRYPTED);
    assertThat(prediction.reason()).contains("1 of its addresses could not be tried from here");
  }

  // domains without a server

  @ParameterizedTest
  @EnumSource(Sender.class)
  void nullMxBounces(Sender sender) {
    domain.dns.mx("example.org", 0, ".");
    is(whole(sender), BOUNCED);
  }

  @ParameterizedTest
  @EnumSource(Sender.class)
  void aDomainThatDoesNotExistBounces(Sender sender) {
    is(whole(sender), BOUNCED);
  }

  @Test
  void aFailedLookupDefers() {
    domain.dns.failing("example.org", RecordType.MX, DnsFailure.SERVFAIL);
    is(whole(Sender.OPPORTUNISTIC), DEFERRED);
  }

  @Test
  void aResolverOfOursThatFailsTellsNothing() {
    domain.dns.failing("example.org", RecordType.MX, DnsFailure.TIMEOUT);
    is(whole(Sender.OPPORTUNISTIC), UNKNOWN);
  }

  @Test
  void aHostWithoutAddressBouncesWhereItIsTheOnlyOne() {
    domain.host(MX, 10);
    is(whole(Sender.OPPORTUNISTIC), BOUNCED);
  }

  @Test
  void aHostWithoutAddressIsPassedOver() {
    domain.host(MX, 10).host(MX2, 10, MailDomain.server(GOOD2, MX2));
    is(whole(Sender.OPPORTUNISTIC), ENCRYPTED);
  }

  // MTA-STS

  private Prediction sts(MtaSts sts, Scene scene) {
    domain.host(MX, 10, scene);
    return table(sts).whole(Sender.MTA_STS);
  }

  @Test
  void anEnforcedPolicyAuthenticates() {
    is(sts(policy(Mode.ENFORCE, MX), server(GOOD)), AUTHENTICATED);
  }

  @Test
  void anEnforcedPolicySkipsOtherHosts() {
    is(sts(policy(Mode.ENFORCE, MX2), server(GOOD)), DEFERRED, ResultType.VALIDATION_FAILURE);
  }

  @Test
  void hostsOutsideThePolicyAreSkippedForTheNext() {
    domain.host(MX, 10, server(SELF)).host(MX2, 20, MailDomain.server(GOOD2, MX2).at("192.0.2.2"));
    is(table(policy(Mode.ENFORCE, MX2)).whole(Sender.MTA_STS), AUTHENTICATED);
  }

  @Test
  void anEnforcedPolicyMindsTheCertificate() {
    is(sts(policy(Mode.ENFORCE, MX), server(SELF)), DEFERRED, ResultType.CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void anEnforcedPolicyMindsTheName() {
    is(
        sts(policy(Mode.ENFORCE, MX), server(GOOD2)),
        DEFERRED,
        ResultType.CERTIFICATE_HOST_MISMATCH);
  }

  @Test
  void anEnforcedPolicyMindsTheDate() {
    Chain expired = CA.chain(CA.server(MX).expired(Duration.ofDays(3)));
    is(sts(policy(Mode.ENFORCE, MX), server(expired)), DEFERRED, ResultType.CERTIFICATE_EXPIRED);
  }

  @Test
  void anEnforcedPolicyNeedsStartTls() {
    is(sts(policy(Mode.ENFORCE, MX), plain()), DEFERRED, ResultType.STARTTLS_NOT_SUPPORTED);
  }

  @Test
  void aPolicyInTestingDeliversAndReports() {
    is(sts(policy(Mode.TESTING, MX), server(SELF)), ENCRYPTED, ResultType.CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void modeNoneIsNoPolicy() {
    is(sts(policy(Mode.NONE), server(SELF)), ENCRYPTED);
  }

  @Test
  void aBrokenPolicyIsReported() {
    is(
        sts(new MtaSts.Broken(ResultType.STS_POLICY_FETCH_ERROR, "404"), server(SELF)),
        ENCRYPTED,
        ResultType.STS_POLICY_FETCH_ERROR);
  }

  @Test
  void anUnknownPolicyIsUnknown() {
    is(sts(new MtaSts.Unknown("no way there"), server(GOOD)), UNKNOWN);
  }

  // DANE

  @Test
  void aMatchAuthenticates() {
    is(tlsa(SELF).one(Sender.DANE, server(SELF)), AUTHENTICATED);
  }

  @Test
  void aMismatchDefers() {
    is(tlsa(SELF).one(Sender.DANE, server(GOOD)), DEFERRED, ResultType.VALIDATION_FAILURE);
  }

  @Test
  void recordsWithoutStartTlsDefer() {
    is(tlsa(SELF).one(Sender.DANE, plain()), DEFERRED, ResultType.STARTTLS_NOT_SUPPORTED);
  }

  @Test
  void aFailedTlsaLookupDefers() {
    domain.dns.failing("_25._tcp." + MX, RecordType.TLSA, DnsFailure.SERVFAIL);
    is(one(Sender.DANE, server(GOOD)), DEFERRED, ResultType.DNSSEC_INVALID);
  }

  @Test
  void aFailedTlsaLookupIsNoMatterToOthers() {
    domain.dns.failing("_25._tcp." + MX, RecordType.TLSA, DnsFailure.SERVFAIL);
    is(one(Sender.OPPORTUNISTIC, server(GOOD)), ENCRYPTED);
  }

  @Test
  void unusableRecordsEncrypt() {
    domain.dns.tlsa("_25._tcp." + MX, 1, 1, 1, "ab".repeat(32));
    is(one(Sender.DANE, server(SELF)), ENCRYPTED, ResultType.TLSA_INVALID);
  }

  @Test
  void unusableRecordsMakeEncryptionMandatory() {
    domain.dns.tlsa("_25._tcp." + MX, 1, 1, 1, "ab".repeat(32));
    is(one(Sender.DANE, plain()), DEFERRED, ResultType.STARTTLS_NOT_SUPPORTED);
  }

  @Test
  void withoutRecordsDaneIsOpportunistic() {
    is(one(Sender.DANE, plain()), PLAIN_TEXT, ResultType.STARTTLS_NOT_SUPPORTED);
  }

  /** Postfix' smtp_tls_dane_insecure_mx_policy is dane where the level is. */
  @Test
  void anInsecureMxSetProvesNothingButStillHasToMatch() {
    domain.dns.status("example.org", DnssecStatus.INSECURE).status(MX, DnssecStatus.SECURE);
    Prediction matching = tlsa(SELF).one(Sender.DANE, server(SELF));

    is(matching, ENCRYPTED);
    assertThat(matching.reason()).contains("not signed", "Postfix");
  }

  @Test
  void anInsecureMxSetDoesNotExcuseAMismatch() {
    domain.dns.status("example.org", DnssecStatus.INSECURE).status(MX, DnssecStatus.SECURE);
    is(tlsa(SELF).one(Sender.DANE, server(GOOD)), DEFERRED, ResultType.VALIDATION_FAILURE);
  }

  @Test
  void aBogusMxSetDefers() {
    domain.dns.status("example.org", DnssecStatus.BOGUS).status(MX, DnssecStatus.SECURE);
    is(one(Sender.DANE, server(GOOD)), DEFERRED, ResultType.DNSSEC_INVALID);
  }

  @Test
  void aHostThatFailsDaneIsPassedOver() {
    tlsa(SELF).tlsa(MX2, GOOD2);
    domain.host(MX, 10, server(GOOD)).host(MX2, 20, MailDomain.server(GOOD2, MX2).at("192.0.2.2"));
    is(whole(Sender.DANE), AUTHENTICATED);
  }

  @Test
  void aSharedAddressProbedUnderAnotherNameIsUnknown() {
    tlsa(MX2, GOOD2);
    domain.host(MX, 10, server(GOOD)).host(MX2, 10, server(GOOD));
    assertThat(table(NONE).row(MX2).orElseThrow().of(Sender.DANE).delivery()).isEqualTo(UNKNOWN);
  }

  // DANE and MTA-STS

  private Prediction both(MtaSts sts, Scene scene) {
    domain.host(MX, 10, scene);
    return table(sts).whole(Sender.DANE_AND_MTA_STS);
  }

  @Test
  void eitherAuthenticates() {
    is(tlsa(SELF).both(NONE, server(SELF)), AUTHENTICATED);
  }

  @Test
  void aPolicyServesHostsWithoutRecords() {
    is(both(policy(Mode.ENFORCE, MX), server(GOOD)), AUTHENTICATED);
  }

  @Test
  void aPolicyThatHoldsDoesNotExcuseDane() {
    is(
        tlsa(SELF).both(policy(Mode.ENFORCE, MX), server(GOOD)),
        DEFERRED,
        ResultType.VALIDATION_FAILURE);
  }

  @Test
  void testingModeDoesNotExcuseDane() {
    is(
        tlsa(SELF).both(policy(Mode.TESTING, MX), server(GOOD)),
        DEFERRED,
        ResultType.VALIDATION_FAILURE);
  }

  @Test
  void daneDoesNotExcuseThePolicy() {
    is(
        tlsa(SELF).both(policy(Mode.ENFORCE, MX), server(SELF)),
        DEFERRED,
        ResultType.CERTIFICATE_NOT_TRUSTED);
  }

  // the others

  @Test
  void verifiedTlsNeedsATrustedCertificate() {
    is(one(Sender.VERIFIED_TLS, server(SELF)), DEFERRED, ResultType.CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void verifiedTlsTakesATrustedCertificate() {
    is(one(Sender.VERIFIED_TLS, server(GOOD)), AUTHENTICATED);
  }

  @Test
  void verifiedTlsUnderAnotherNameIsUnknown() {
    domain.host(MX, 10, server(GOOD)).host(MX2, 10, server(GOOD));
    assertThat(table(NONE).row(MX2).orElseThrow().of(Sender.VERIFIED_TLS).delivery())
        .isEqualTo(UNKNOWN);
  }

  @Test
  void requireTlsIsMetBySignedMxAndATrustedCertificate() {
    is(one(Sender.REQUIRETLS, server(GOOD).offersInTls("REQUIRETLS")), AUTHENTICATED);
  }

  @Test
  void requireTlsIsMetByDane() {
    is(tlsa(SELF).one(Sender.REQUIRETLS, server(SELF).offersInTls("REQUIRETLS")), AUTHENTICATED);
  }

  @Test
  void requireTlsNeedsTheCapability() {
    is(one(Sender.REQUIRETLS, server(GOOD).offers("STARTTLS", "REQUIRETLS")), BOUNCED);
  }

  @Test
  void requireTlsNeedsACertificate() {
    is(
        one(Sender.REQUIRETLS, server(SELF).offersInTls("REQUIRETLS")),
        BOUNCED,
        ResultType.CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void requireTlsNeedsAValidatedMxSet() {
    domain.dns.status("example.org", DnssecStatus.INSECURE);
    domain.host(MX, 10, server(GOOD).offersInTls("REQUIRETLS"));

    is(whole(Sender.REQUIRETLS), BOUNCED);
    is(table(policy(Mode.ENFORCE, MX)).whole(Sender.REQUIRETLS), AUTHENTICATED);
  }

  @Test
  void requireTlsWaitsForAServerThatIsAway() {
    is(one(Sender.REQUIRETLS, deaf()), DEFERRED);
  }

  @Test
  void tls12IsKnownWhereItWasAgreedOn() {
    TlsOutcome older =
        new TlsOutcome.Established(Session.of(GOOD).version(TlsVersion.TLS_1_2).session());
    is(one(Sender.TLS_1_2_ONLY, Scene.on(25).tls(older)), ENCRYPTED);
  }

  @Test
  void tls12IsUnknownBehindTls13() {
    is(one(Sender.TLS_1_2_ONLY, server(GOOD)), UNKNOWN);
  }

  @Test
  void anAuditTellsWhatOlderLibrariesAgreeOn() {
    is(one(Sender.TLS_1_2_ONLY, server(GOOD).audited(Audited.good().facts())), ENCRYPTED);
  }

  @Test
  void anAuditTellsThatTls12IsRefused() {
    Audited modern = Audited.good().speaks(TlsVersion.TLS_1_2, Trait.no("alert 70"));
    is(
        one(Sender.TLS_1_2_ONLY, server(GOOD).audited(modern.facts())),
        PLAIN_TEXT,
        ResultType.VALIDATION_FAILURE);
  }

  @Test
  void anAuditTellsThatThereIsSomethingBetter() {
    assertThat(one(Sender.POST_QUANTUM, server(GOOD).audited(Audited.good().facts())).reason())
        .isEqualTo("with X25519MLKEM768, which withstands quantum computers");
  }

  @Test
  void serversTooOldForTls12GetPlainText() {
    TlsOutcome old =
        new TlsOutcome.Established(Session.of(GOOD).version(TlsVersion.TLS_1_0).session());
    is(one(Sender.TLS_1_2_ONLY, Scene.on(25).tls(old)), PLAIN_TEXT, ResultType.VALIDATION_FAILURE);
  }

  @Test
  void postQuantumNamesTheGroup() {
    Prediction classic = one(Sender.POST_QUANTUM, server(GOOD));
    is(classic, ENCRYPTED);
    assertThat(classic.reason()).contains("x25519", "may break");
  }
}
