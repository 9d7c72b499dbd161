package dev.smtpscope.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.facts.dns.Dnssec;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.facts.dns.Validation;
import dev.smtpscope.fixture.FakeDns;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocatorTest {
  private static final DnsOutcome V4 = found("192.0.2.1");
  private static final DnsOutcome V6 = found("2001:db8::1");
  private static final DnsOutcome NO_DATA = new DnsOutcome.NoData();
  private static final DnsOutcome FAILED =
      new DnsOutcome.Failed(DnsFailure.SERVFAIL, "the resolver answered SERVFAIL");

  @Test
  void bothVersionsAreLookedUp() {
    assertThat(lookup(V4, V6, DnssecStatus.INSECURE))
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            found ->
                assertThat(found.addresses())
                    .containsExactly(
                        InetAddress.ofLiteral("2001:db8::1"), InetAddress.ofLiteral("192.0.2.1")));
  }

  @Test
  void oneVersionIsEnough() {
    assertThat(lookup(V4, FAILED, DnssecStatus.SECURE)).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void absenceIsToldFromFailure() {
    assertThat(lookup(NO_DATA, NO_DATA, DnssecStatus.SECURE)).isInstanceOf(Lookup.NotFound.class);
    assertThat(
            lookup(new DnsOutcome.NoSuchName(), new DnsOutcome.NoSuchName(), DnssecStatus.SECURE))
        .isInstanceOf(Lookup.NotFound.class);
    assertThat(lookup(NO_DATA, FAILED, DnssecStatus.INSECURE)).isInstanceOf(Lookup.Failed.class);
  }

  @Test
  void bogusAddressesAreNotUsed() {
    assertThat(lookup(V4, V6, DnssecStatus.BOGUS))
        .isInstanceOfSatisfying(
            Lookup.Failed.class, failed -> assertThat(failed.detail()).contains("bogus"));
  }

  @Test
  void theSystemHasTheWordOnWhatTheDnsLacks() {
    Lookup fromHostsFile =
        new Lookup.Found(List.of(InetAddress.ofLiteral("192.0.2.9")), Duration.ZERO);
    FakeDns dns = new FakeDns().address("mx.example.org", "192.0.2.1");
    NameService names = NameService.of(dns, (_, _) -> fromHostsFile);
    assertThat(locate(names, "mx.example.org").lookup()).isNotEqualTo(fromHostsFile);
    assertThat(locate(names, "lab.example.org"))
        .isEqualTo(new Locator.Located(fromHostsFile, List.of()));
  }

  @Test
  void theDnsTellsBetterWhyNobodyHasTheName() {
    Lookup.Failed vague = new Lookup.Failed("some error", Duration.ZERO);
    Locator.Located located =
        locate(NameService.of(new FakeDns(), (_, _) -> vague), "lab.example.org");
    assertThat(located.lookup()).isInstanceOf(Lookup.NotFound.class);
    assertThat(located.answers()).hasSize(2);
  }

  @Test
  void namesOfThisNetworkAloneAreNotAskedOutside() {
    FakeDns dns = new FakeDns();
    Lookup none = new Lookup.NotFound("not known", Duration.ZERO);
    NameService names = NameService.of(dns, (_, _) -> none);
    for (String name : List.of("localhost", "mail", "a.localhost", "printer.local")) {
      assertThat(locate(names, name).lookup()).isEqualTo(none);
    }
    assertThat(dns.asked()).isEmpty();
  }

  private static Lookup lookup(DnsOutcome v4, DnsOutcome v6, DnssecStatus status) {
    DnsClient dns =
        (question, _) ->
            new DnsAnswer(
                question,
                List.of(),
                question.type() == RecordType.A ? v4 : v6,
                new Dnssec(status, "", new Validation.Local()),
                new DnsServer.Plain(InetAddress.getLoopbackAddress(), 53),
                Duration.ZERO);
    return locate(NameService.of(dns), "mx.example.org").lookup();
  }

  private static Locator.Located locate(NameService names, String name) {
    try (Scope scope = new Scope(ThreadKind.VIRTUAL)) {
      return new Locator(names, scope)
          .locate(new HostName(name), Deadline.after(Duration.ofSeconds(20)));
    }
  }

  private static DnsOutcome found(String address) {
    return new DnsOutcome.Found(
        List.of(new RecordData.Address(InetAddress.ofLiteral(address))), Duration.ZERO, 0);
  }
}
