package dev.smtpscope.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.CnameLink;
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
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.dns.DnsAnswers;
import dev.smtpscope.testkit.dns.DnsBehaviour;
import dev.smtpscope.testkit.dns.ScriptedDnsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ValidatingDnsClientTest {
  private static final DnsBehaviour ZONE =
      DnsAnswers.from(
          "example.test. 300 IN MX 10 mx.example.test.",
          "mx.example.test. 300 IN A 192.0.2.1",
          "alias.test. 60 IN CNAME further.test.",
          "further.test. 60 IN CNAME mx.example.test.",
          "one.test. IN CNAME two.test.",
          "two.test. IN CNAME one.test.",
          "self.test. IN CNAME self.test.");

  private static final List<RecordData> MX =
      List.of(new RecordData.Mx(10, new DnsName("mx.example.test")));

  @Test
  void recordsAreFoundWithTheirTtl() {
    DnsAnswer answer = ask(ZONE, "example.test", RecordType.MX);

    assertThat(answer.outcome()).isEqualTo(new DnsOutcome.Found(MX, Duration.ofMinutes(5), 0));
  }

  @Test
  void noDataIsToldFromNoSuchName() {
    assertThat(ask(ZONE, "mx.example.test", RecordType.MX).outcome())
        .isEqualTo(new DnsOutcome.NoData());
    assertThat(ask(ZONE, "nobody.test", RecordType.MX).outcome())
        .isEqualTo(new DnsOutcome.NoSuchName());
  }

  @Test
  void aliasesAreFollowedOneByOne() {
    DnsAnswer answer = ask(ZONE, "alias.test", RecordType.A);

    assertThat(answer.records(RecordData.Address.class))
        .containsExactly(new RecordData.Address(InetAddress.ofLiteral("192.0.2.1")));
    assertThat(answer.aliases())
        .extracting(CnameLink::from)
        .containsExactly(new DnsName("alias.test"), new DnsName("further.test"));
    assertThat(answer.canonicalName()).isEqualTo(new DnsName("mx.example.test"));
  }

  @Test
  void loopsAreNamed() {
    for (String name : List.of("one.test", "self.test")) {
      assertThat(failure(ask(ZONE, name, RecordType.A))).isEqualTo(DnsFailure.CNAME_LOOP);
    }
  }

  @Test
  void longChainsHaveAnEnd() {
    DnsBehaviour chain =
        DnsAnswers.from(
            IntStream.range(0, 40)
                .mapToObj(i -> "c%d.test. IN CNAME c%d.test.".formatted(i, i + 1))
                .toArray(String[]::new));

    DnsAnswer answer = ask(chain, "c0.test", RecordType.A);

    assertThat(failure(answer)).isEqualTo(DnsFailure.CNAME_LOOP);
    assertThat(answer.aliases()).hasSize(16);
  }

  @Test
  void errorCodesAreToldApart() {
    assertThat(failure(ask(DnsBehaviour.refusing(Rcode.SERVFAIL)))).isEqualTo(DnsFailure.SERVFAIL);
    assertThat(failure(ask(DnsBehaviour.refusing(Rcode.REFUSED)))).isEqualTo(DnsFailure.REFUSED);
    assertThat(failure(ask(DnsBehaviour.refusing(Rcode.NOTAUTH)))).isEqualTo(DnsFailure.ERROR_CODE);
  }

  @Test
  void silenceIsATimeout() {
    DnsAnswer answer = ask(DnsBehaviour.silent(), Duration.ofMillis(200));

    assertThat(failure(answer)).isEqualTo(DnsFailure.TIMEOUT);
    assertThat(answer.status()).isEqualTo(DnssecStatus.INDETERMINATE);
  }

  @Test
  void noResolverAtTheAddressIsUnreachable() {
    InetSocketAddress nobody = Loopback.refusing();
    DnsServer server = new DnsServer.Plain(nobody.getAddress(), nobody.getPort());

    assertThat(failure(askOf(client(server)))).isEqualTo(DnsFailure.UNREACHABLE);
  }

  @Test
  void theNextResolverIsAskedWhenOneFails() {
    try (var broken = ScriptedDnsServer.start(DnsBehaviour.refusing(Rcode.SERVFAIL));
        var good = ScriptedDnsServer.start(ZONE)) {
      DnsAnswer answer = askOf(client(server(broken), server(good)));

      assertThat(answer.records(RecordData.class)).isEqualTo(MX);
      assertThat(answer.server()).isEqualTo(server(good));
    }
  }

  @Test
  void garbageIsMalformed() {
    DnsBehaviour garbage =
        (query, _) -> {
          byte[] octets = query.toWire();
          octets[2] |= (byte) 0x80; // a response
          octets[7] = 9; // with more records than it has
          return List.of(octets);
        };

    assertThat(failure(ask(garbage))).isEqualTo(DnsFailure.MALFORMED);
  }

  @Test
  void datagramsThatAnswerSomethingElseArePassedOver() {
    DnsBehaviour noise =
        (query, overTcp) ->
            Stream.concat(
                    Stream.of(new byte[0], new byte[3], query.toWire()),
                    ZONE.afterWrongNumber().answer(query, overTcp).stream())
                .toList();

    assertThat(ask(noise).records(RecordData.class)).isEqualTo(MX);
  }

  @Test
  void answersToAnotherQuestionArePassedOver() {
    DnsBehaviour other =
        ZONE.changed((query, answer) -> {
          answer.removeRecord(answer.getQuestion(), Section.QUESTION);
          answer.addRecord(
              Record.newRecord(Name.root, query.getQuestion().getType(), 1), Section.QUESTION);
          return answer;
        });

    assertThat(failure(ask(other, Duration.ofMillis(200)))).isEqualTo(DnsFailure.TIMEOUT);
  }

  @Test
  void whatDoesNotFitIsFetchedOverTcp() {
    try (var server = ScriptedDnsServer.start(ZONE.truncated())) {
      assertThat(askOf(client(server(server))).records(RecordData.class)).isEqualTo(MX);
      assertThat(server.questions())
          .containsSubsequence("example.test. MX", "example.test. MX over TCP");
    }
  }

  @Test
  void tcpThatBreaksOffIsMalformed() {
    DnsBehaviour nothingOverTcp =
        (query, overTcp) -> overTcp ? List.of() : ZONE.truncated().answer(query, false);

    assertThat(failure(ask(nothingOverTcp))).isEqualTo(DnsFailure.MALFORMED);
  }

  @Test
  void resolversWithoutEdnsAreAskedWithoutIt() {
    assertThat(ask(ZONE.withoutEdns()).records(RecordData.class)).isEqualTo(MX);
  }

  @Test
  void noMoreThanItsBoundIsKept() {
    String[] many =
        IntStream.range(0, 300)
            .mapToObj(i -> "example.test. IN MX %d mx%d.test.".formatted(i, i))
            .toArray(String[]::new);

    DnsOutcome outcome = ask(DnsAnswers.from(many)).outcome();

    assertThat(outcome).isInstanceOf(DnsOutcome.Found.class);
    assertThat(((DnsOutcome.Found) outcome).records()).hasSize(DnsOutcome.MAX_RECORDS);
    assertThat(((DnsOutcome.Found) outcome).omitted()).isEqualTo(300 - DnsOutcome.MAX_RECORDS);
  }

  @Test
  void textIsJoinedWithoutSpaceAndMadeVisible() {
    DnsBehaviour zone =
        DnsAnswers.from("example.test. IN TXT \"v=STSv1; \" \"id=1\\027[2J\" \"\\195\" \"\\188\"");

    assertThat(ask(zone, "example.test", RecordType.TXT).records(RecordData.Txt.class))
        .containsExactly(
            new RecordData.Txt(
                "v=STSv1; id=1\\x1B[2Jü", List.of("v=STSv1; ", "id=1\\x1B[2J", "\\xC3", "\\xBC")));
  }

  @Test
  void everyTypeIsRead() {
    DnsBehaviour zone =
        DnsAnswers.from(
            "example.test. IN MX 0 .",
            "example.test. IN MX 65535 odd\\.name\\009.TEST.",
            "example.test. IN SRV 1 2 465 mail.example.test.",
            "example.test. IN PTR mx.example.test.",
            "example.test. IN AAAA 2001:db8::1",
            "example.test. IN TLSA 255 7 9 0aFF",
            "example.test. IN TLSA 3 1 1 " + "ab".repeat(32));

    assertThat(ask(zone, "example.test", RecordType.MX).records(RecordData.class))
        .containsExactly(
            new RecordData.Mx(0, DnsName.ROOT),
            new RecordData.Mx(65_535, new DnsName("odd\\.name\\009.test")));
    assertThat(ask(zone, "example.test", RecordType.SRV).records(RecordData.class))
        .containsExactly(new RecordData.Srv(1, 2, 465, new DnsName("mail.example.test")));
    assertThat(ask(zone, "example.test", RecordType.PTR).records(RecordData.class))
        .containsExactly(new RecordData.Ptr(new DnsName("mx.example.test")));
    assertThat(ask(zone, "example.test", RecordType.AAAA).records(RecordData.class))
        .containsExactly(new RecordData.Address(InetAddress.ofLiteral("2001:db8::1")));
    assertThat(ask(zone, "example.test", RecordType.TLSA).records(RecordData.class))
        .containsExactly(
            new RecordData.Tlsa(255, 7, 9, "0aff"), new RecordData.Tlsa(3, 1, 1, "ab".repeat(32)));
  }

  @Test
  void whatManyAskAtOnceIsAskedOnce() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    DnsBehaviour held =
        (query, overTcp) -> {
          await(gate);
          return ZONE.answer(query, overTcp);
        };
    try (var server = ScriptedDnsServer.start(held)) {
      DnsClient client = client(server(server));
      List<CompletableFuture<DnsAnswer>> askers =
          IntStream.range(0, 20)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(() -> askOf(client), Thread::startVirtualThread))
              .toList();
      gate.countDown();

      for (CompletableFuture<DnsAnswer> asker : askers) {
        assertThat(asker.get().records(RecordData.class)).isEqualTo(MX);
      }
      // unchecked, and by the resolver's word because there are no keys
      assertThat(server.questions())
          .containsExactlyInAnyOrder("example.test. MX", ". DNSKEY", "example.test. MX", ". SOA");
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    try (var server = ScriptedDnsServer.start(DnsBehaviour.silent())) {
      DnsClient client = client(server(server));
      CompletableFuture<DnsAnswer> answer = new CompletableFuture<>();
      Thread asker =
          Thread.startVirtualThread(() ->
              answer.complete(
                  client.ask(
                      new DnsName("example.test"),
                      RecordType.MX,
                      Deadline.after(Duration.ofMinutes(10)))));
      while (server.questions().isEmpty()) {
        Thread.onSpinWait();
      }
      asker.interrupt();

      assertThat(failure(answer.get())).isEqualTo(DnsFailure.STOPPED);
    }
  }

  /** The keys of the root can't be had from these, so nothing can be validated here. */
  @Test
  void withoutSignaturesTheWordOfAResolverOnThisMachineCounts() {
    DnsAnswer vouched = ask(ZONE.withAuthenticatedFlag());

    assertThat(vouched.status()).isEqualTo(DnssecStatus.SECURE);
    assertThat(vouched.dnssec().validation())
        .isEqualTo(new Validation.Resolver("the resolver leaves DNSKEY records out"));
    assertThat(ask(ZONE).status()).isEqualTo(DnssecStatus.INDETERMINATE);
    assertThat(ask(ZONE).dnssec().validation()).isInstanceOf(Validation.None.class);
  }

  /** Large answers, such as those with keys, get lost in some networks. */
  @Test
  void lostKeysLeaveTimeForTheWordOfAResolverOnThisMachine() {
    DnsBehaviour keysLost =
        (query, overTcp) ->
            query.getQuestion().getType() == Type.DNSKEY
                ? List.of()
                : ZONE.withAuthenticatedFlag().answer(query, overTcp);

    DnsAnswer answer = ask(keysLost, Duration.ofSeconds(4));

    assertThat(answer.status()).isEqualTo(DnssecStatus.SECURE);
    assertThat(answer.dnssec().validation())
        .isInstanceOfSatisfying(
            Validation.Resolver.class,
            resolver ->
                assertThat(resolver.why()).startsWith("the resolver gives no DNSKEY: no answer"));
  }

  private static DnsFailure failure(DnsAnswer answer) {
    assertThat(answer.outcome()).isInstanceOf(DnsOutcome.Failed.class);
    return ((DnsOutcome.Failed) answer.outcome()).kind();
  }

  private static DnsAnswer ask(DnsBehaviour behaviour) {
    return ask(behaviour, "example.test", RecordType.MX);
  }

  private static DnsAnswer ask(DnsBehaviour behaviour, String name, RecordType type) {
    try (var server = ScriptedDnsServer.start(behaviour)) {
      return client(server(server))
          .ask(new DnsName(name), type, Deadline.after(Duration.ofSeconds(20)));
    }
  }

  private static DnsAnswer ask(DnsBehaviour behaviour, Duration limit) {
    try (var server = ScriptedDnsServer.start(behaviour)) {
      return client(server(server))
          .ask(new DnsName("example.test"), RecordType.MX, Deadline.after(limit));
    }
  }

  private static DnsAnswer askOf(DnsClient client) {
    return client.ask(
        new DnsName("example.test"), RecordType.MX, Deadline.after(Duration.ofSeconds(20)));
  }

  private static DnsServer server(ScriptedDnsServer server) {
    return new DnsServer.Plain(server.address(), server.port());
  }

  private static DnsClient client(DnsServer... servers) {
    return new ValidatingDnsClient(List.of(servers), DnssecAnchors.root());
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
