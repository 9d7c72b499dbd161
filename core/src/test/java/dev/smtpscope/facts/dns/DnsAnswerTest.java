package dev.smtpscope.facts.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsAnswerTest {
  /** RFC 7672 section 2.2.2: one insecure alias makes the whole insecure. */
  @ParameterizedTest
  @CsvSource({
    "SECURE, SECURE, SECURE",
    "SECURE, INSECURE, INSECURE",
    "INSECURE, SECURE, INSECURE",
    "BOGUS, SECURE, BOGUS",
    "INSECURE, BOGUS, BOGUS",
    "INDETERMINATE, INSECURE, INDETERMINATE",
    "INDETERMINATE, BOGUS, BOGUS",
  })
  void aChainIsAsGoodAsItsWorstPart(DnssecStatus alias, DnssecStatus end, DnssecStatus whole) {
    DnsAnswer answer = answer(alias, end);

    assertThat(answer.status()).isEqualTo(whole);
    assertThat(answer.reason())
        .isEqualTo(Stream.of(alias, end).filter(whole::equals).findFirst().orElseThrow().name());
    assertThat(answer.canonicalName()).isEqualTo(new DnsName("b.example"));
    assertThat(answer.records(RecordData.Mx.class)).hasSize(1);
    assertThat(answer.records(RecordData.Txt.class)).isEmpty();
  }

  private static DnsAnswer answer(DnssecStatus alias, DnssecStatus end) {
    Duration ttl = Duration.ofMinutes(5);
    DnsName name = new DnsName("a.example");
    return new DnsAnswer(
        new DnsQuestion(name, RecordType.MX),
        List.of(new CnameLink(name, new DnsName("b.example"), ttl, dnssec(alias))),
        new DnsOutcome.Found(List.of(new RecordData.Mx(0, DnsName.ROOT)), ttl, 0),
        dnssec(end),
        new DnsServer.Plain(InetAddress.getLoopbackAddress(), 53),
        Duration.ofMillis(3));
  }

  private static Dnssec dnssec(DnssecStatus status) {
    return new Dnssec(status, status.name(), new Validation.Local());
  }
}
