package dev.smtpscope.probe.resolve;

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
import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsAddressResolverTest {
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

  private static Lookup lookup(DnsOutcome v4, DnsOutcome v6, DnssecStatus status) {
    DnsAddressResolver resolver =
        new DnsAddressResolver((question, _) ->
            new DnsAnswer(
                question,
                List.of(),
                question.type() == RecordType.A ? v4 : v6,
                new Dnssec(status, "", new Validation.Local()),
                new DnsServer.Plain(InetAddress.getLoopbackAddress(), 53),
                Duration.ZERO));
    return resolver.lookup(new HostName("mx.example.org"), Duration.ofSeconds(1));
  }

  private static DnsOutcome found(String address) {
    return new DnsOutcome.Found(
        List.of(new RecordData.Address(InetAddress.ofLiteral(address))), Duration.ZERO, 0);
  }
}
