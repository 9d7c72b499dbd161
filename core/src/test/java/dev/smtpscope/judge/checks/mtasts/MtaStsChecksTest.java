package dev.smtpscope.judge.checks.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.Certificates;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Session;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.PolicyParser;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.testkit.Chain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtaStsChecksTest {
  private static final Check RECORD = new MtaStsRecordInvalid();
  private static final Check UNREACHABLE = new MtaStsPolicyUnreachable();
  private static final Check CERTIFICATE = new MtaStsPolicyCertificateInvalid();
  private static final Check INVALID = new MtaStsPolicyInvalid();
  private static final Check UNCOVERED = new MtaStsMxUncovered();
  private static final Check UNFIT = new MtaStsHostUnfit();
  private static final List<Check> OF_POLICY =
      List.of(UNREACHABLE, CERTIFICATE, INVALID, UNCOVERED, UNFIT);
  private static final String STS = "_mta-sts.example.org";
  private static final String POLICY_HOST = "mta-sts.example.org";

  private static Scene good(String host, String address) {
    return MailDomain.server(Certificates.CA.chain(host), host).at(address);
  }

  /** Two hosts that fit; no record yet. */
  private static MailDomain plain() {
    return MailDomain.of("example.org")
        .host("mx1.example.org", 10, good("mx1.example.org", "192.0.2.1"))
        .host("mx2.example.org", 20, good("mx2.example.org", "192.0.2.2"));
  }

  private static MailDomain announced(MailDomain domain) {
    domain.dns.text(STS, "v=STSv1; id=1");
    return domain;
  }

  private static MailDomain withPolicy(MailDomain domain, String mode, String... mx) {
    List<String> lines = new java.util.ArrayList<>(List.of("version: STSv1", "mode: " + mode));
    List.of(mx).forEach(pattern -> lines.add("mx: " + pattern));
    lines.add("max_age: 2419200");
    return announced(domain).policy(lines.toArray(String[]::new));
  }

  private static PolicyFetch answered(
      TlsSession session, int status, String type, boolean truncated, String... lines) {
    return new PolicyFetch.Answered(
        Scene.ip("192.0.2.80"), session, status, type, List.of(lines), truncated, Duration.ZERO);
  }

  private static TlsSession tls(Chain chain) {
    return Session.of(chain).sni(POLICY_HOST).session();
  }

  private static TlsSession goodTls() {
    return tls(Certificates.CA.chain(POLICY_HOST));
  }

  private static ResultType broken(MailDomain domain) {
    MtaSts found = MtaSts.of(domain.context());
    assertThat(found).isInstanceOf(MtaSts.Broken.class);
    return ((MtaSts.Broken) found).type();
  }

  @Test
  void aGoodPolicyPassesThroughout() {
    MailDomain domain = withPolicy(plain(), "enforce", "mx1.example.org", "*.example.org");

    assertThat(MtaSts.of(domain.context())).isInstanceOf(MtaSts.Valid.class);
    OF_POLICY.forEach(check -> Asked.passes(check, domain));
    Asked.passes(RECORD, domain);
    Asked.passes(new MtaStsAbsent(), domain);
    Asked.passes(new MtaStsNotEnforced(), domain);
    Asked.passes(new MtaStsMaxAgeShort(), domain);
  }

  @Test
  void withoutARecordAReadyPolicyIsGiven() {
    Finding finding = Asked.finding(new MtaStsAbsent(), plain());

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.fix().advice())
        .contains("_mta-sts.example.org. TXT \"v=STSv1; id=20260301120000;\"");
    List<String> lines = finding.fix().configuration().orElseThrow().lines();
    assertThat(lines)
        .containsExactly(
            "version: STSv1",
            "mode: testing",
            "mx: mx1.example.org",
            "mx: mx2.example.org",
            "max_age: 604800");
    assertThat(PolicyParser.parse(lines)).isInstanceOf(PolicyParser.Result.Accepted.class);
    OF_POLICY.forEach(check -> Asked.isNotApplicable(check, plain()));
  }

  @Test
  void aDomainThatTakesNoMailNeedsNoPolicy() {
    MailDomain domain = MailDomain.of("example.org");
    domain.dns.mx("example.org", 0, ".");

    Asked.isNotApplicable(new MtaStsAbsent(), domain);
    Asked.isNotApplicable(new TlsRptAbsent(), domain);
  }

  @Test
  void aRecordThatCouldNotBeLookedUpIsUnknown() {
    MailDomain domain = plain();
    domain.dns.failing(STS, RecordType.TXT, DnsFailure.TIMEOUT);

    OF_POLICY.forEach(check -> Asked.isInconclusive(check, domain));
    Asked.isInconclusive(RECORD, domain);
    Asked.isInconclusive(new MtaStsAbsent(), domain);
  }

  @Test
  void twoRecordsAreNone() {
    MailDomain domain = announced(announced(plain()));

    assertThat(Asked.finding(RECORD, domain).severity()).isEqualTo(Severity.WARNING);
    assertThat(MtaSts.of(domain.context())).isInstanceOf(MtaSts.Absent.class);
    Asked.passes(new MtaStsAbsent(), domain);
    OF_POLICY.forEach(check -> Asked.isNotApplicable(check, domain));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 301, 302, 307, 403, 404, 500, 503})
  void onlyStatus200Counts(int status) {
    MailDomain domain = announced(plain()).policy(answered(goodTls(), status, "", false));

    assertThat(broken(domain)).isEqualTo(ResultType.STS_POLICY_FETCH_ERROR);
    assertThat(Asked.finding(UNREACHABLE, domain).title())
        .isEqualTo(
            "the MTA-STS policy can't be fetched: the policy's host answers with HTTP status "
                + status);
    Asked.passes(INVALID, domain);
    Asked.isNotApplicable(UNCOVERED, domain);
  }

  @Test
  void aHostThatCanNotBeReachedIsAFetchError() {
    Duration zero = Duration.ZERO;
    List.of(
            new PolicyFetch.NoAddress(new Lookup.NotFound("NXDOMAIN", zero)),
            new PolicyFetch.NotConnected(Scene.ip("192.0.2.80"), new DialOutcome.Refused(), zero),
            new PolicyFetch.NotConnected(
                Scene.ip("192.0.2.80"), new DialOutcome.TimedOut(Duration.ofSeconds(10)), zero),
            new PolicyFetch.NoTls(
                Scene.ip("192.0.2.80"),
                new TlsOutcome.Failed(new HandshakeFailure.Closed(), Optional.empty(), List.of()),
                zero),
            new PolicyFetch.NoAnswer(Scene.ip("192.0.2.80"), goodTls(), "no answer", zero))
        .forEach(fetch ->
            assertThat(broken(announced(plain()).policy(fetch)))
                .isEqualTo(ResultType.STS_POLICY_FETCH_ERROR));
  }

  @Test
  void ourOwnTroubleIsUnknown() {
    Duration zero = Duration.ZERO;
    List.of(
            new PolicyFetch.NotTried("the check was stopped"),
            new PolicyFetch.NoAddress(new Lookup.Failed("SERVFAIL", zero)),
            new PolicyFetch.NotConnected(
                Scene.ip("2001:db8::80"), new DialOutcome.Unreachable("no route"), zero),
            new PolicyFetch.NotConnected(
                Scene.ip("192.0.2.80"), new DialOutcome.NotAttempted("out of time"), zero))
        .forEach(fetch ->
            assertThat(MtaSts.of(announced(plain()).policy(fetch).context()))
                .isInstanceOf(MtaSts.Unknown.class));
  }

  @Test
  void thePolicyHostMustHaveATrustedCertificateForItsOwnName() {
    List.of(
            tls(Certificates.CA.chain("example.org")),
            tls(Certificates.CA.chain("mail.mta-sts.example.org")),
            tls(
                Certificates.CA.chain(
                    Certificates.CA.server(POLICY_HOST).expired(Duration.ofDays(1)))),
            Session.of(
                    Certificates.sent(
                        Certificates.CA.selfSigned(Certificates.CA.server(POLICY_HOST))))
                .session())
        .forEach(session -> {
          MailDomain domain =
              announced(plain()).policy(answered(session, 404, "text/plain", false));
          assertThat(broken(domain)).isEqualTo(ResultType.STS_WEBPKI_INVALID);
          assertThat(Asked.finding(CERTIFICATE, domain).severity()).isEqualTo(Severity.WARNING);
          Asked.passes(UNREACHABLE, domain);
        });
  }

  @Test
  void aWildcardCertificateHoldsForThePolicyHost() {
    MailDomain domain =
        announced(plain())
            .policy(
                answered(
                    tls(Certificates.CA.chain("*.example.org")),
                    200,
                    "text/plain",
                    false,
                    "version: STSv1",
                    "mode: none",
                    "max_age: 1"));

    Asked.passes(CERTIFICATE, domain);
  }

  @Test
  void whatIsNoPolicyIsInvalid() {
    MailDomain page =
        announced(plain()).policy(answered(goodTls(), 200, "text/html", false, "<html>"));
    MailDomain cut =
        announced(plain()).policy(answered(goodTls(), 200, "text/plain", true, "version: STSv1"));

    assertThat(broken(page)).isEqualTo(ResultType.STS_POLICY_INVALID);
    assertThat(broken(cut)).isEqualTo(ResultType.STS_POLICY_INVALID);
    assertThat(Asked.finding(INVALID, cut).title()).contains("larger than 65536 octets");
  }

  @Test
  void lapsesAndTypeAreToldApart() {
    String[] lines = {"version: STSv1", "mode: none", "", "max_age: 1"};
    MailDomain lapse = announced(plain()).policy(lines);
    MailDomain html =
        announced(plain()).policy(answered(goodTls(), 200, "text/html", false, lines));

    assertThat(Asked.finding(INVALID, lapse).id()).isEqualTo("mta-sts-policy-invalid/lapse");
    assertThat(Asked.findings(INVALID, html))
        .extracting(Finding::id)
        .containsExactly("mta-sts-policy-invalid/content-type", "mta-sts-policy-invalid/lapse");
  }

  @Test
  void anUncoveredHostIsAnErrorWhereNoneIsLeft() {
    MailDomain none = withPolicy(plain(), "enforce", "mail.example.net");
    MailDomain one = withPolicy(plain(), "enforce", "mx1.example.org");
    MailDomain testing = withPolicy(plain(), "testing", "mail.example.net");

    assertThat(Asked.finding(UNCOVERED, none).severity()).isEqualTo(Severity.ERROR);
    Asked.isNotApplicable(UNFIT, none);
    assertThat(Asked.finding(UNCOVERED, one).severity()).isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(UNCOVERED, one).title())
        .isEqualTo("the MTA-STS policy does not cover mx2.example.org");
    assertThat(Asked.finding(UNCOVERED, one).fix().configuration().orElseThrow().lines())
        .containsExactly(
            "version: STSv1",
            "mode: enforce",
            "mx: mx1.example.org",
            "mx: mx2.example.org",
            "max_age: 2419200");
    assertThat(Asked.finding(UNCOVERED, testing).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aHostWithoutAFittingCertificateDoesNotMeetIt() {
    MailDomain backup =
        withPolicy(
            MailDomain.of("example.org")
                .host("mx1.example.org", 10, good("mx1.example.org", "192.0.2.1"))
                .host(
                    "mx2.example.org",
                    20,
                    MailDomain.server(Certificates.CA.chain("other.example.net"), "mx2.example.org")
                        .at("192.0.2.2")),
            "enforce",
            "*.example.org");
    Finding finding = Asked.finding(UNFIT, backup);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.subject()).hasToString("mx2.example.org");
    assertThat(finding.evidence())
        .contains(
            "192.0.2.2:25: the certificate has no DNS name that covers mx2.example.org"
                + " (certificate-host-mismatch)");
  }

  @Test
  void theOnlyHostWithoutTlsIsAnErrorUnderEnforceAlone() {
    MailDomain enforce = withPolicy(withoutTls(), "enforce", "mx.example.org");
    MailDomain testing = withPolicy(withoutTls(), "testing", "mx.example.org");

    assertThat(Asked.finding(UNFIT, enforce).severity()).isEqualTo(Severity.ERROR);
    assertThat(Asked.finding(UNFIT, enforce).title())
        .isEqualTo("mx.example.org does not meet the MTA-STS policy: STARTTLS is not offered");
    assertThat(Asked.finding(UNFIT, testing).severity()).isEqualTo(Severity.WARNING);
    Asked.isNotApplicable(
        UNFIT, announced(withoutTls()).policy("version: STSv1", "mode: none", "max_age: 1"));
  }

  private static MailDomain withoutTls() {
    return MailDomain.of("example.org")
        .host("mx.example.org", 10, Scene.on(25).offers("PIPELINING"));
  }

  @Test
  void whatWasNotSeenIsUnknown() {
    MailDomain unreached =
        withPolicy(
            MailDomain.of("example.org")
                .host("mx.example.org", 10, Scene.on(25).dial(new DialOutcome.Refused())),
            "enforce",
            "mx.example.org");
    MailDomain otherName =
        withPolicy(
            MailDomain.of("example.org")
                .host("mx.example.org", 10, good("other.example.net", "192.0.2.1")),
            "enforce",
            "mx.example.org");
    MailDomain refusedForNow =
        withPolicy(
            MailDomain.of("example.org")
                .host(
                    "mx.example.org",
                    10,
                    Scene.on(25)
                        .tls(new TlsOutcome.Refused(Scene.replied("454 4.7.0 TLS not available")))),
            "enforce",
            "mx.example.org");

    List.of(unreached, otherName, refusedForNow)
        .forEach(domain -> Asked.isInconclusive(UNFIT, domain));
  }

  @Test
  void aHandshakeThatFailsDoesNotMeetIt() {
    MailDomain domain =
        withPolicy(
            MailDomain.of("example.org")
                .host(
                    "mx.example.org",
                    10,
                    Scene.on(25)
                        .tls(
                            new TlsOutcome.Failed(
                                new HandshakeFailure.AlertReceived(
                                    new TlsAlert(40, "handshake_failure")),
                                Optional.empty(),
                                List.of()))),
            "enforce",
            "mx.example.org");

    assertThat(Asked.finding(UNFIT, domain).evidence())
        .contains("192.0.2.1:25: the TLS handshake fails (validation-failure)");
  }

  @Test
  void modesOtherThanEnforceAreMentioned() {
    assertThat(
            Asked.finding(new MtaStsNotEnforced(), withPolicy(plain(), "testing", "*.example.org"))
                .severity())
        .isEqualTo(Severity.NOTICE);
    assertThat(Asked.finding(new MtaStsNotEnforced(), withPolicy(plain(), "none")).severity())
        .isEqualTo(Severity.INFO);
  }

  @Test
  void aPolicyShouldBeKeptForAWeekOrMore() {
    String[] lines = {"version: STSv1", "mode: enforce", "mx: *.example.org", "max_age: 604799"};
    MailDomain domain = announced(plain()).policy(lines);
    Finding finding = Asked.finding(new MtaStsMaxAgeShort(), domain);

    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
    assertThat(finding.evidence()).contains("max_age: 604799");
    Asked.isNotApplicable(new MtaStsMaxAgeShort(), withPolicy(plain(), "testing", "*.example.org"));
  }

  @Test
  void reportsAreAskedForOrNot() {
    MailDomain domain = plain();
    Finding finding = Asked.finding(new TlsRptAbsent(), domain);

    assertThat(finding.fix().configuration().orElseThrow().lines())
        .containsExactly(
            "_smtp._tls.example.org. TXT \"v=TLSRPTv1; rua=mailto:tls-reports@example.org\"");
    Asked.isNotApplicable(new TlsRptInvalid(), domain);
    domain.dns.text("_smtp._tls.example.org", "v=TLSRPTv1; rua=mailto:tls@example.org");
    Asked.passes(new TlsRptAbsent(), domain);
    Asked.passes(new TlsRptInvalid(), domain);
    domain.dns.text("_smtp._tls.example.org", "v=TLSRPTv1; rua=https://example.org/tls");
    Asked.passes(new TlsRptAbsent(), domain);
    assertThat(Asked.finding(new TlsRptInvalid(), domain).title()).contains("there are 2 records");
  }
}
