package dev.smtpscope.judge.checks.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.smtp.HostUnreachable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final DialOutcome REFUSED = new DialOutcome.Refused();
  private static final DialOutcome SILENT = new DialOutcome.TimedOut(Duration.ofSeconds(10));
  private static final DialOutcome NO_WAY = new DialOutcome.Unreachable("no route");
  private static final DialOutcome UP = new DialOutcome.Connected();
  private static final DialOutcome UNTRIED = new DialOutcome.NotAttempted("out of time");

  private final Check domain = new DomainUnreachable();
  private final Check preferred = new MxPreferredUnreachable();
  private final Check host = new HostUnreachable();

  /** Hosts of preference 10, 20 and so on, each with one address. */
  private static MailDomain hosts(DialOutcome... dials) {
    MailDomain domain = MailDomain.of("example.org");
    for (int i = 0; i < dials.length; i++) {
      domain.host(
          "mx" + (i + 1) + ".example.org",
          10 * (i + 1),
          Scene.on(25).at("192.0.2." + (i + 1)).dial(dials[i]));
    }
    return domain;
  }

  /** Every finding of the three checks. */
  private List<Finding> all(MailDomain seen) {
    return Stream.of(domain, preferred, host)
        .flatMap(check -> Asked.findings(check, seen).stream())
        .toList();
  }

  @Test
  void aDeadBackupIsAWarningAboutThatHostAlone() {
    assertThat(all(hosts(UP, REFUSED)))
        .singleElement()
        .satisfies(f -> assertThat(f.id()).isEqualTo("host-unreachable"))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(f -> assertThat(f.subject()).hasToString("mx2.example.org"));
  }

  @Test
  void aDeadMostPreferredIsToldOnceForTheDomain() {
    assertThat(all(hosts(SILENT, UP)))
        .singleElement()
        .satisfies(f -> assertThat(f.id()).isEqualTo("mx-preferred-unreachable"))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
        .satisfies(f ->
            assertThat(f.evidence())
                .containsExactly("10 mx1.example.org: 192.0.2.1:25 did not answer within 10 s"));
  }

  @Test
  void allDeadIsOneError() {
    assertThat(all(hosts(REFUSED, SILENT)))
        .singleElement()
        .satisfies(f -> assertThat(f.id()).isEqualTo("domain-unreachable"))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR));
  }

  @Test
  void allSilentOnPort25IsProbablyOurOwnNetwork() {
    assertThat(all(hosts(SILENT, SILENT))).isEmpty();
    assertThat(Asked.of(domain, hosts(SILENT, SILENT)).getFirst())
        .isInstanceOfSatisfying(
            Judgement.Inconclusive.class,
            unknown ->
                assertThat(unknown.why())
                    .contains("your own network probably blocks outbound port 25", "--self-check"));
  }

  @Test
  void ourLackOfIpv6DoesNotHideTheBlock() {
    MailDomain seen =
        MailDomain.of("example.org")
            .host(
                "mx.example.org",
                10,
                Scene.on(25).at("192.0.2.1").dial(SILENT),
                Scene.on(25).at("2001:db8::1").dial(NO_WAY));

    Asked.isInconclusive(domain, seen);
    assertThat(all(seen)).isEmpty();
  }

  @Test
  void whatWasNotTriedMayAnswer() {
    Asked.isInconclusive(domain, hosts(REFUSED, UNTRIED));
    Asked.isInconclusive(preferred, hosts(UNTRIED, UP));
    assertThat(all(hosts(UNTRIED, UNTRIED))).isEmpty();
  }

  @Test
  void oneOfSeveralMostPreferredSuffices() {
    MailDomain seen =
        MailDomain.of("example.org")
            .host("mx1.example.org", 10, Scene.on(25).at("192.0.2.1").dial(REFUSED))
            .host("mx2.example.org", 10, Scene.on(25).at("192.0.2.2"))
            .host("mx3.example.org", 20, Scene.on(25).at("192.0.2.3"));

    Asked.passes(preferred, seen);
    assertThat(all(seen)).extracting(Finding::id).containsExactly("host-unreachable");
  }

  @Test
  void aDanglingHostIsToldByItsMxRecord() {
    MailDomain seen =
        MailDomain.of("example.org")
            .host("gone.example.org", 10)
            .host("mx.example.org", 20, Scene.on(25).at("192.0.2.1"));

    assertThat(all(seen)).isEmpty();
    assertThat(Asked.findings(new MxTargetDangling(), seen)).hasSize(1);
  }

  @Test
  void aDeafServerForUsersIsItsOwnError() {
    MailDomain seen =
        hosts(UP).submission("mail.example.org", Scene.on(465).at("192.0.2.9").dial(REFUSED));

    assertThat(all(seen)).singleElement().extracting(Finding::severity).isEqualTo(Severity.ERROR);
  }

  @Test
  void ipv6IsMissedOnlyWhereAllIsKnown() {
    MailDomain v4 = hosts(UP);
    MailDomain both =
        MailDomain.of("example.org")
            .host("mx1.example.org", 10, Scene.on(25).at("192.0.2.1"))
            .host("mx2.example.org", 20, Scene.on(25).at("2001:db8::1"));
    MailDomain unknown = MailDomain.of("example.org");
    unknown.dns.failing("mx1.example.org", RecordType.AAAA, DnsFailure.SERVFAIL);
    unknown.host("mx1.example.org", 10, Scene.on(25).at("192.0.2.1"));

    assertThat(Asked.finding(new MxNoIpv6(), v4).severity()).isEqualTo(Severity.INFO);
    Asked.passes(new MxNoIpv6(), both);
    Asked.isInconclusive(new MxNoIpv6(), unknown);
  }
}
