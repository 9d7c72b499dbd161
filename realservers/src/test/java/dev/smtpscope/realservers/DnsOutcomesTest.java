package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.facts.dns.Validation;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.testkit.dns.DnsAnswers;
import dev.smtpscope.testkit.dns.DnsBehaviour;
import dev.smtpscope.testkit.dns.ScriptedDnsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;

/** The records of a mail domain, from a real authority through a real resolver. */
class DnsOutcomesTest {
  private static final DnsName MX1 = new DnsName("mx1.mail.example");

  @Test
  void mailExchangersHaveTheirPreferences() {
    assertMx(
        "mail.example",
        new RecordData.Mx(20, new DnsName("mx2.mail.example")),
        new RecordData.Mx(10, MX1),
        new RecordData.Mx(10, new DnsName("mx1.other.example")));
    assertMx("null.mail.example", new RecordData.Mx(0, DnsName.ROOT));
    assertMx(
        "null-and-more.mail.example",
        new RecordData.Mx(0, DnsName.ROOT),
        new RecordData.Mx(10, MX1));
    assertMx("to-alias.mail.example", new RecordData.Mx(10, new DnsName("alias.mail.example")));
    assertMx("to-address.mail.example", new RecordData.Mx(10, new DnsName("127.77.1.1")));
    assertMx("twice.mail.example", new RecordData.Mx(10, MX1), new RecordData.Mx(20, MX1));
  }

  @Test
  void danglingExchangersDoNotExist() {
    assertMx("dangling.mail.example", new RecordData.Mx(10, new DnsName("nobody.mail.example")));
    assertThat(ask("nobody.mail.example", RecordType.A).outcome())
        .isEqualTo(new DnsOutcome.NoSuchName());
  }

  @Test
  void addressesAreFoundThroughAliases() {
    DnsAnswer answer = ask("alias.mail.example", RecordType.A);

    assertThat(answer.canonicalName()).isEqualTo(MX1);
    assertRecords(answer, address("127.77.1.1"), address("127.77.1.2"));
    assertRecords(ask("mx1.mail.example", RecordType.AAAA), address("::1"));
  }

  @Test
  void theOtherRecordsOfAMailDomainAreRead() {
    assertRecords(
        ask("_25._tcp.mx1.mail.example", RecordType.TLSA),
        new RecordData.Tlsa(3, 1, 1, "00".repeat(32)),
        new RecordData.Tlsa(2, 0, 2, "00".repeat(64)));
    assertThat(ask("_mta-sts.mail.example", RecordType.TXT).records(RecordData.Txt.class))
        .extracting(RecordData.Txt::text)
        .containsExactly("v=STSv1; id=20261121;");
    assertRecords(
        ask("_submissions._tcp.mail.example", RecordType.SRV), new RecordData.Srv(0, 1, 465, MX1));
    assertRecords(
        ask("_submission._tcp.mail.example", RecordType.SRV),
        new RecordData.Srv(0, 0, 0, DnsName.ROOT));
    assertRecords(
        ask("1.1.77.127.in-addr.arpa", RecordType.PTR),
        new RecordData.Ptr(MX1),
        new RecordData.Ptr(new DnsName("other.example")));
  }

  @Test
  void loopsAreFollowedThoughTheResolverGivesUp() {
    DnsAnswer answer = ask("loop.mail.example", RecordType.A);

    assertThat(failure(answer)).isEqualTo(DnsFailure.CNAME_LOOP);
    assertThat(answer.aliases()).hasSize(2).allMatch(link -> link.dnssec().isSecure());
  }

  /** The server of the far zone can not be found; what leads there is known all the same. */
  @Test
  void aBrokenEndOfAChainLeavesItsBeginning() {
    DnsAnswer answer = ask("far.mail.example", RecordType.A);

    assertThat(failure(answer)).isEqualTo(DnsFailure.SERVFAIL);
    assertThat(answer.canonicalName()).isEqualTo(new DnsName("x.down.lame.example"));
    assertThat(answer.status()).isEqualTo(DnssecStatus.INDETERMINATE);
  }

  /** Many resolvers hide bogus answers whatever they are asked. */
  @Test
  void aLocalResolverThatHidesBogusAnswersIsBelieved() {
    DnsVillage village = DnsCases.village();
    DnsServer.Plain unbound = village.validatingResolver();
    DnsBehaviour right = DnsAnswers.of(new InetSocketAddress(unbound.address(), unbound.port()));
    DnsBehaviour checking =
        (query, overTcp) -> {
          query.getHeader().unsetFlag(Flags.CD);
          return right.answer(query, overTcp);
        };

    try (var server = ScriptedDnsServer.start(checking)) {
      DnsClient client = village.client(new DnsServer.Plain(server.address(), server.port()));
      DnsAnswer answer = ask(client, "wrong-ds.example", RecordType.MX);

      assertThat(failure(answer)).isEqualTo(DnsFailure.SERVFAIL);
      assertThat(answer.status()).isEqualTo(DnssecStatus.BOGUS);
      assertThat(answer.dnssec().validation()).isInstanceOf(Validation.Resolver.class);
      assertThat(ask(client, "mail.example", RecordType.MX).dnssec().validation())
          .isEqualTo(new Validation.Local());
    }
  }

  private static void assertMx(String name, RecordData.Mx... expected) {
    assertRecords(ask(name, RecordType.MX), expected);
  }

  private static void assertRecords(DnsAnswer answer, RecordData... expected) {
    assertThat(answer.records(RecordData.class)).containsExactlyInAnyOrder(expected);
    assertThat(answer.status()).isEqualTo(DnssecStatus.SECURE);
  }

  private static RecordData address(String literal) {
    return new RecordData.Address(InetAddress.ofLiteral(literal));
  }

  private static DnsFailure failure(DnsAnswer answer) {
    assertThat(answer.outcome()).as(answer.toString()).isInstanceOf(DnsOutcome.Failed.class);
    return ((DnsOutcome.Failed) answer.outcome()).kind();
  }

  private static DnsAnswer ask(String name, RecordType type) {
    DnsVillage village = DnsCases.village();
    return ask(village.client(village.plainResolver()), name, type);
  }

  private static DnsAnswer ask(DnsClient client, String name, RecordType type) {
    return client.ask(new DnsName(name), type, Deadline.after(Duration.ofSeconds(20)));
  }
}
