package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.CnameLink;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.facts.dns.Validation;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.dns.DnssecAnchors;
import dev.smtpscope.probe.dns.ValidatingDnsClient;
import dev.smtpscope.testkit.dns.DnsAnswers;
import dev.smtpscope.testkit.dns.DnsBehaviour;
import dev.smtpscope.testkit.dns.ScriptedDnsServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we make of signed zones is what was done to them, and what BIND's validator says. */
class DnssecTest {
  static List<DnsCases.Case> cases() {
    return DnsCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void statusIsRightAndDelvAgrees(DnsCases.Case question) {
    DnsVillage village = DnsCases.village();
    DnsAnswer answer = ask(village.client(village.plainResolver()), question);
    String delv =
        RealServers.available(
            () -> Delv.ask(village, village.plainResolver(), question.name(), question.type()));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(question.status());
    assertThat(answer.reason()).contains(question.reason());
    assertThat(answer.dnssec().validation()).isEqualTo(new Validation.Local());
    assertThat(Delv.status(delv)).as(delv).isEqualTo(question.status());
  }

  /** That it validates makes no difference: we ask it for what it has not checked. */
  @ParameterizedTest
  @MethodSource("cases")
  void aValidatingResolverChangesNothing(DnsCases.Case question) {
    DnsVillage village = DnsCases.village();

    DnsAnswer answer = ask(village.client(village.validatingResolver()), question);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(question.status());
    assertThat(answer.reason()).contains(question.reason());
    assertThat(answer.outcome()).isNotInstanceOf(DnsOutcome.Failed.class);
  }

  /**
   * A name that opt-out may hide is not proven absent (RFC 5155 section 9.2): delv overlooks it,
   * Unbound and we do not.
   */
  @Test
  void namesThatOptOutMayHideAreInsecure() {
    DnsVillage village = DnsCases.village();

    try (var unbound = stripping(village.validatingResolver())) {
      for (DnsClient client :
          List.of(village.client(village.plainResolver()), client(village, unbound))) {
        DnsAnswer answer = ask(client, "nobody.out.example", RecordType.A);
        assertThat(answer.outcome()).isEqualTo(new DnsOutcome.NoSuchName());
        assertThat(answer.status()).isEqualTo(DnssecStatus.INSECURE);
      }
    }
  }

  @Test
  void eachAliasHasItsOwnStatus() {
    DnsVillage village = DnsCases.village();
    DnsClient client = village.client(village.plainResolver());

    DnsAnswer outwards = ask(client, "to-unsigned.nsec.example", RecordType.A);
    DnsAnswer inwards = ask(client, "to-secure.unsigned.example", RecordType.A);

    assertThat(statuses(outwards)).containsExactly(DnssecStatus.SECURE, DnssecStatus.INSECURE);
    assertThat(statuses(inwards)).containsExactly(DnssecStatus.INSECURE, DnssecStatus.SECURE);
  }

  /** A check with many threads, each part of it asking what others ask too. */
  @Test
  void oneClientServesManyThreads() {
    DnsVillage village = DnsCases.village();

    servesManyThreads(village.client(village.plainResolver()));
  }

  /** A client of a long scan, be it that it forgets at once what it hears. */
  @ParameterizedTest
  @ValueSource(longs = {1, 1_000_000})
  void boundedMemoryChangesNothing(long octets) {
    DnsVillage village = DnsCases.village();

    servesManyThreads(
        ValidatingDnsClient.forMany(
            List.of(village.plainResolver()), DnssecAnchors.of(village.trustAnchor()), octets, 8));
  }

  private static void servesManyThreads(DnsClient client) {
    List<DnsCases.Case> twice = Stream.concat(cases().stream(), cases().stream()).toList();

    List<CompletableFuture<DnsAnswer>> answers =
        twice.stream()
            .map(q ->
                CompletableFuture.supplyAsync(() -> ask(client, q), Thread::startVirtualThread))
            .toList();

    for (int i = 0; i < twice.size(); i++) {
      DnsAnswer answer = answers.get(i).join();
      assertThat(answer.status()).as(answer.toString()).isEqualTo(twice.get(i).status());
    }
  }

  @Test
  void aLocalResolverThatStripsSignaturesIsTakenAtItsWord() {
    DnsVillage village = DnsCases.village();

    try (var stripping = stripping(village.validatingResolver())) {
      DnsClient client = client(village, stripping);
      DnsAnswer secure = ask(client, "nsec.example", RecordType.MX);
      assertThat(secure.status()).isEqualTo(DnssecStatus.SECURE);
      assertThat(secure.dnssec().validation())
          .isEqualTo(new Validation.Resolver("the resolver leaves signatures out"));
      assertThat(ask(client, "unsigned.example", RecordType.MX).status())
          .isEqualTo(DnssecStatus.INSECURE);
      assertThat(ask(client, "expired.example", RecordType.MX).status())
          .isEqualTo(DnssecStatus.BOGUS);
    }
  }

  @Test
  void aResolverThatStripsAndDoesNotValidateProvesNothing() {
    DnsVillage village = DnsCases.village();

    try (var stripping = stripping(village.plainResolver())) {
      DnsAnswer answer = ask(client(village, stripping), "nsec.example", RecordType.MX);
      assertThat(answer.status()).isEqualTo(DnssecStatus.INDETERMINATE);
      assertThat(answer.reason())
          .isEqualTo("the resolver leaves signatures out, and it does not validate either");
    }
  }

  /** Its word counts only where signatures can't be had; here they can, and are wrong. */
  @Test
  void theAuthenticatedFlagOfAResolverThatPassesSignaturesIsNotBelieved() {
    DnsVillage village = DnsCases.village();

    try (var liar = through(village.plainResolver(), DnsBehaviour::withAuthenticatedFlag)) {
      DnsClient client = client(village, liar);
      assertThat(ask(client, "expired.example", RecordType.MX).status())
          .isEqualTo(DnssecStatus.BOGUS);
      assertThat(ask(client, "unsigned.example", RecordType.MX).status())
          .isEqualTo(DnssecStatus.INSECURE);
    }
  }

  /** Stripping the answer alone is what an attacker does. */
  @Test
  void signaturesMissingFromOneAnswerAreBogus() {
    DnsVillage village = DnsCases.village();

    try (var attacker = through(village.plainResolver(), DnssecTest::withUnsignedMx)) {
      DnsAnswer answer = ask(client(village, attacker), "nsec.example", RecordType.MX);
      assertThat(answer.status()).isEqualTo(DnssecStatus.BOGUS);
      assertThat(answer.reason()).isEqualTo("the MX of nsec.example is not signed");
    }
  }

  @Test
  void withoutTheRightAnchorEverythingIsBogus() {
    DnsVillage village = DnsCases.village();
    DnsClient client =
        new ValidatingDnsClient(List.of(village.plainResolver()), DnssecAnchors.root());

    DnsAnswer answer = ask(client, "nsec.example", RecordType.MX);

    assertThat(answer.status()).isEqualTo(DnssecStatus.BOGUS);
    assertThat(answer.reason()).isEqualTo("no DNSKEY of the root matches the trust anchor");
  }

  @Test
  void largeAnswersComeOverTcp() {
    DnsVillage village = DnsCases.village();

    try (var narrow = through(village.plainResolver(), DnsBehaviour::truncated)) {
      assertThat(ask(client(village, narrow), "nsec3.example", RecordType.MX).status())
          .isEqualTo(DnssecStatus.SECURE);
      assertThat(narrow.questions()).contains("nsec3.example. MX over TCP");
    }
  }

  private static DnsBehaviour withUnsignedMx(DnsBehaviour right) {
    return (query, overTcp) ->
        (query.getQuestion().getType() == RecordType.MX.number()
                ? right.withoutSignatures()
                : right)
            .answer(query, overTcp);
  }

  private static List<DnssecStatus> statuses(DnsAnswer answer) {
    return Stream.concat(
            answer.aliases().stream().map(CnameLink::dnssec), Stream.of(answer.dnssec()))
        .map(dnssec -> dnssec.status())
        .toList();
  }

  private static ScriptedDnsServer stripping(DnsServer.Plain resolver) {
    return through(resolver, DnsBehaviour::withoutSignatures);
  }

  private static DnsClient client(DnsVillage village, ScriptedDnsServer server) {
    return village.client(new DnsServer.Plain(server.address(), server.port()));
  }

  private static ScriptedDnsServer through(
      DnsServer.Plain resolver, UnaryOperator<DnsBehaviour> fault) {
    var upstream = new InetSocketAddress(resolver.address(), resolver.port());
    return ScriptedDnsServer.start(fault.apply(DnsAnswers.of(upstream)));
  }

  private static DnsAnswer ask(DnsClient client, DnsCases.Case question) {
    return ask(client, question.name(), RecordType.valueOf(question.type()));
  }

  private static DnsAnswer ask(DnsClient client, String name, RecordType type) {
    return client.ask(new DnsName(name), type, Deadline.after(Duration.ofMinutes(2)));
  }
}
