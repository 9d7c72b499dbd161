package dev.smtpscope.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.FakeDns;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.dns.ReverseName;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Meaning;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedHttpsServer;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainScanTest {
  private static final String DOMAIN = "example.org";
  private static final String HASH = "ab".repeat(32);
  private static final int PORT = 2525;

  private final FakeDns dns = new FakeDns();

  @Test
  void hostsComeByPreferenceAndEachOnce() throws Exception {
    dns.mx(DOMAIN, 20, "mx2.example.org")
        .mx(DOMAIN, 10, "mx1.example.org")
        .mx(DOMAIN, 30, "mx1.example.org")
        .mx(DOMAIN, 5, "192.0.2.1")
        .mx(DOMAIN, 0, ".")
        .address("mx1.example.org", "192.0.2.1")
        .address("mx1.example.org", "2001:db8::1");
    Route route = route(DOMAIN, AddressFilter.STANDARD);
    assertThat(route.kind()).isEqualTo(Route.Kind.DOMAIN);
    assertThat(route.hosts())
        .map(MailHost::label)
        .containsExactly("mx1.example.org", "mx2.example.org");
    assertThat(route.hosts())
        .map(MailHost::preference)
        .containsExactly(Optional.of(10), Optional.of(20));
    assertThat(route.hosts().getFirst().addresses().tested()).hasSize(2);
    assertThat(route.hosts().getLast().lookup()).isInstanceOf(Lookup.NotFound.class);
    assertThat(route.mxSet())
        .get()
        .isInstanceOfSatisfying(
            MxSet.Listed.class, listed -> assertThat(listed.withNull()).isTrue());
  }

  @Test
  void aDomainWithoutMxIsItsOwnHost() throws Exception {
    dns.address(DOMAIN, "192.0.2.1");
    Route route = route("domain:" + DOMAIN, AddressFilter.STANDARD);
    assertThat(route.isDomain()).isTrue();
    assertThat(route.hosts()).map(MailHost::label).containsExactly(DOMAIN);
    assertThat(route.hosts()).map(MailHost::preference).containsExactly(Optional.of(0));
  }

  @Test
  void aNullMxLeadsNowhere() throws Exception {
    dns.mx(DOMAIN, 0, ".").address(DOMAIN, "192.0.2.1");
    Route route = route(DOMAIN, AddressFilter.STANDARD);
    assertThat(route.isDomain()).isTrue();
    assertThat(route.hosts()).isEmpty();
    assertThat(route.mxSet()).contains(new MxSet.Null());
  }

  @ParameterizedTest
  @CsvSource({
    "NXDOMAIN, HOST, the DNS does not have the name",
    "NODATA, HOST, it has no MX records",
    "SERVFAIL, HOST, whether it has MX records is not known",
    "MX, DOMAIN, it has MX records",
  })
  void mxRecordsDecideWhatIsMeant(String answer, Route.Kind kind, String why) throws Exception {
    switch (answer) {
      case "NODATA" -> dns.address(DOMAIN, "192.0.2.1");
      case "SERVFAIL" -> dns.failing(DOMAIN, RecordType.MX, DnsFailure.SERVFAIL);
      case "MX" -> dns.mx(DOMAIN, 10, "mx.example.org");
      default -> {}
    }
    Route route = route(DOMAIN, AddressFilter.STANDARD);
    assertThat(route.kind()).isEqualTo(kind);
    assertThat(route.why()).startsWith(why);
  }

  @Test
  void theUserDecidesOtherwise() throws Exception {
    dns.mx(DOMAIN, 10, "mx.example.org").address(DOMAIN, "192.0.2.1");
    Route route =
        find(
            new TargetParser(
                    new TargetParser.Overrides(
                        List.of(), Optional.empty(), Optional.empty(), Optional.of(Meaning.HOST)))
                .parse(DOMAIN),
            AddressFilter.STANDARD);
    assertThat(route.kind()).isEqualTo(Route.Kind.HOST);
    assertThat(route.hosts()).map(MailHost::label).containsExactly(DOMAIN);
  }

  @Test
  void moreHostsThanItMayTestAreNamed() throws Exception {
    for (int i = 0; i < 5; i++) {
      dns.mx(DOMAIN, i, "mx" + i + ".example.org");
    }
    Route route =
        route(DOMAIN, new AddressFilter(AddressFilter.Family.ANY, Optional.empty(), 16, 2));
    assertThat(route.hosts()).hasSize(2);
    assertThat(route.leftOut())
        .containsExactly(
            new DnsName("mx2.example.org"),
            new DnsName("mx3.example.org"),
            new DnsName("mx4.example.org"));
  }

  @Test
  void anAddressOfSeveralHostsIsProbedOnce() throws Exception {
    InetAddress shared = Loopback.address();
    dns.mx(DOMAIN, 10, "mx1.example.org")
        .mx(DOMAIN, 20, "mx2.example.org")
        .address("mx1.example.org", shared.getHostAddress())
        .address("mx2.example.org", shared.getHostAddress());
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.on(shared, PORT)
            .start(Behaviours.postfix("mx1.example.org").tls(tls()))) {
      Facts facts = scan(DOMAIN + ":" + PORT, NameQueries.STANDARD);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(facts.endpoints()).hasSize(1);
      EndpointFacts only = facts.endpoints().getFirst();
      assertThat(only.session().flatMap(TlsSession::sni)).contains("mx1.example.org");
      assertThat(facts.hostsAt(only.endpoint())).hasSize(2);
      assertThat(facts.nameAt(only.endpoint())).contains(new HostName("mx1.example.org"));
    }
  }

  @Test
  void theHelloNamesTheTlsaBaseDomainOfASecureAlias() throws Exception {
    InetAddress address = Loopback.address();
    dns.mx(DOMAIN, 10, "mx.example.org")
        .alias("mx.example.org", "real.example.net")
        .address("real.example.net", address.getHostAddress())
        .tlsa("_2525._tcp.real.example.net", 3, 1, 1, HASH);
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.on(address, PORT).start(Behaviours.postfix("x.example").tls(tls()))) {
      Facts facts = scan(DOMAIN + ":" + PORT, NameQueries.STANDARD);
      assertThat(facts.endpoints().getFirst().session().flatMap(TlsSession::sni))
          .contains("real.example.net");
      assertThat(server.connections()).isEqualTo(1);
      TlsaLookup tlsa = facts.records().tlsa().getFirst();
      assertThat(tlsa.baseDomain()).isEqualTo(new DnsName("real.example.net"));
      assertThat(tlsa.answer().records(RecordData.Tlsa.class)).hasSize(1);
    }
  }

  @Test
  void withoutRecordsAtTheEndOfAnAliasItsBeginningCounts() throws Exception {
    dns.mx(DOMAIN, 10, "mx.example.org")
        .alias("mx.example.org", "real.example.net")
        .address("real.example.net", Loopback.refusing().getAddress().getHostAddress());
    TlsaLookup tlsa = scan(DOMAIN + ":" + PORT, NameQueries.STANDARD).records().tlsa().getFirst();
    assertThat(tlsa.answers()).hasSize(2);
    assertThat(tlsa.baseDomain()).isEqualTo(new DnsName("mx.example.org"));
  }

  @Test
  void anInsecureAliasIsNotFollowedForTlsa() throws Exception {
    dns.mx(DOMAIN, 10, "mx.example.org")
        .alias("mx.example.org", "real.example.net")
        .status("mx.example.org", DnssecStatus.INSECURE)
        .address("real.example.net", Loopback.refusing().getAddress().getHostAddress());
    scan(DOMAIN + ":" + PORT, NameQueries.STANDARD);
    assertThat(dns.asked())
        .contains(new DnsQuestion(new DnsName("_2525._tcp.mx.example.org"), RecordType.TLSA))
        .doesNotContain(
            new DnsQuestion(new DnsName("_2525._tcp.real.example.net"), RecordType.TLSA));
  }

  @Test
  void aFailureAtTheEndOfAnAliasEndsTheSearch() throws Exception {
    dns.mx(DOMAIN, 10, "mx.example.org")
        .alias("mx.example.org", "real.example.net")
        .address("real.example.net", Loopback.refusing().getAddress().getHostAddress())
        .failing("_2525._tcp.real.example.net", RecordType.TLSA, DnsFailure.SERVFAIL);
    TlsaLookup tlsa = scan(DOMAIN + ":" + PORT, NameQueries.STANDARD).records().tlsa().getFirst();
    assertThat(tlsa.answers()).hasSize(1);
    assertThat(tlsa.answer().outcome()).isInstanceOf(DnsOutcome.Failed.class);
  }

  @Test
  void namesOfAddressesAreFollowedBack() throws Exception {
    InetAddress address = Loopback.refusing().getAddress();
    dns.mx(DOMAIN, 10, "mx.example.org")
        .address("mx.example.org", address.getHostAddress())
        .pointer(ReverseName.of(address).text(), "mx.example.org");
    Facts facts = scan(DOMAIN + ":" + PORT, NameQueries.STANDARD);
    var reverse = facts.records().reverse(address).orElseThrow();
    assertThat(reverse.pointer().records(RecordData.Ptr.class)).hasSize(1);
    assertThat(reverse.forward().getFirst().records(RecordData.Address.class))
        .containsExactly(new RecordData.Address(address));
  }

  @Test
  void blockListsAreAskedWhenNamedAndNotOtherwise() throws Exception {
    dns.mx(DOMAIN, 10, "mx.example.org")
        .address("mx.example.org", "127.99.88.77")
        .address("77.88.99.127.dnsbl.example", "127.0.0.2")
        .text("77.88.99.127.dnsbl.example", "listed for a test");
    Facts asked =
        scan(DOMAIN + ":" + PORT, new NameQueries(List.of(new DnsName("dnsbl.example")), false));
    assertThat(asked.records().blockLists())
        .singleElement()
        .satisfies(list -> {
          assertThat(list.codes().records(RecordData.Address.class)).hasSize(1);
          assertThat(list.reason()).isPresent();
        });
    assertThat(scan(DOMAIN + ":" + PORT, NameQueries.STANDARD).records().blockLists()).isEmpty();
  }

  @Test
  void serversOfUsersAreTestedWhenAskedFor() throws Exception {
    dns.mx(DOMAIN, 10, "mx.example.org")
        .srv("_submission._tcp.example.org", 2587, "smtp.example.org")
        .srv("_submissions._tcp.example.org", 0, ".")
        .address("smtp.example.org", Loopback.refusing().getAddress().getHostAddress());
    Facts facts = scan(DOMAIN, new NameQueries(List.of(), true));
    assertThat(facts.hosts())
        .map(MailHost::label)
        .containsExactly("mx.example.org", "smtp.example.org");
    assertThat(facts.endpoints())
        .map(e -> e.endpoint().service().toString())
        .containsExactly("Service[port=2587, role=SUBMISSION, tls=STARTTLS]");
    assertThat(facts.records().domain().orElseThrow().submission()).hasSize(2);
  }

  @Test
  void thePolicyIsFetchedOnlyWhereItIsAnnounced() throws Exception {
    InetAddress address = Loopback.address();
    dns.mx(DOMAIN, 10, "mx.example.org").address("mta-sts.example.org", address.getHostAddress());
    try (ScriptedHttpsServer https =
        ScriptedHttpsServer.start(
            address,
            443,
            TestCa.at(Instant.now()).chain("mta-sts.example.org"),
            ScriptedHttpsServer.text("version: STSv1\n"))) {
      assertThat(policy()).isInstanceOf(PolicyFetch.NotTried.class);
      dns.text("_mta-sts.example.org", "v=STSv1; id=1;");
      assertThat(policy())
          .isInstanceOfSatisfying(
              PolicyFetch.Answered.class,
              answered -> assertThat(answered.lines()).containsExactly("version: STSv1"));
      assertThat(https.requests()).hasSize(1);
    }
  }

  @Test
  void anAddressIsNotLookedUpInTheDns() throws Exception {
    scan("127.0.0.1:" + Loopback.refusing().getPort(), NameQueries.STANDARD);
    assertThat(dns.asked()).isEmpty();
  }

  @Test
  void aServerOfADomainSeesOneConnectionAtATime() throws Exception {
    InetAddress address = Loopback.address();
    dns.mx(DOMAIN, 10, "mx1.example.org").address("mx1.example.org", address.getHostAddress());
    List<String> steps = new CopyOnWriteArrayList<>();
    ScanListener listener =
        event -> {
          switch (event) {
            case ScanEvent.EndpointStarted(var endpoint) ->
                steps.add("began " + endpoint.service().port());
            case ScanEvent.EndpointFinished(var facts) ->
                steps.add("ended " + facts.endpoint().service().port());
            default -> {}
          }
        };
    Target target =
        new TargetParser(
                new TargetParser.Overrides(
                    List.of(PORT, PORT + 1), Optional.empty(), Optional.empty(), Optional.empty()))
            .parse(DOMAIN);
    try (ScriptedSmtpServer one =
            ScriptedSmtpServer.on(address, PORT).start(Behaviours.postfix("mx1.example.org"));
        ScriptedSmtpServer other =
            ScriptedSmtpServer.on(address, PORT + 1).start(Behaviours.postfix("mx1.example.org"))) {
      scanner(NameQueries.STANDARD).scan(target, listener);
      assertThat(List.of(one.connections(), other.connections())).containsExactly(1, 1);
    }
    assertThat(steps).containsExactly("began 2525", "ended 2525", "began 2526", "ended 2526");
  }

  private PolicyFetch policy() throws InvalidTargetException {
    return scan(DOMAIN, NameQueries.STANDARD).records().domain().orElseThrow().policy();
  }

  private Facts scan(String words, NameQueries queries) throws InvalidTargetException {
    boolean port = words.contains(":") && !words.startsWith("127.");
    String target = port ? "domain:" + words : words;
    return scanner(queries)
        .scan(new TargetParser(TargetParser.Overrides.NONE).parse(target), ScanListener.NONE);
  }

  private Scanner scanner(NameQueries queries) {
    return new Scanner(
        options(AddressFilter.STANDARD, queries), NameService.of(dns), ThreadKind.VIRTUAL);
  }

  private Route route(String words, AddressFilter filter) throws InvalidTargetException {
    return find(new TargetParser(TargetParser.Overrides.NONE).parse(words), filter);
  }

  private Route find(dev.smtpscope.target.Target target, AddressFilter filter) {
    return Router.find(target, options(filter, NameQueries.STANDARD), NameService.of(dns));
  }

  private static ServerTls tls() {
    return ServerTls.of(TestCa.at(Instant.now()).chain("mx1.example.org"));
  }

  private static ScanOptions options(AddressFilter filter, NameQueries queries) {
    return ScanOptions.STANDARD
        .but()
        .budget(
            new Budget(
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20)))
        .addresses(filter)
        .ehloName(Optional.of(EhloName.of(new HostName("probe.example.net"))))
        .queries(queries)
        .build();
  }
}
