package dev.smtpscope.render;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.NameRecords;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.ReverseLookup;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.FakeDns;
import dev.smtpscope.judge.DaneInsight;
import dev.smtpscope.judge.DomainInsight;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import dev.smtpscope.judge.dane.TlsaVerdict;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.MxPattern;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.judge.sender.Delivery;
import dev.smtpscope.judge.sender.Prediction;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.judge.sender.Sender;
import dev.smtpscope.judge.sender.SenderTable;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Meaning;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A mail domain with two hosts: one with DANE, one that is an alias and does not answer. */
final class SampleDomain {
  private static final String FIRST = "mx1.example.org";
  private static final String SECOND = "mx2.example.org";
  private static final String HASH = "0f1e2d3c".repeat(8);
  private static final String OTHER = "ab".repeat(32);
  private static final List<Service> RELAY = List.of(Service.onPort(25));
  private static final List<String> POLICY =
      List.of("version: STSv1", "mode: enforce", "mx: mx1.example.org", "max_age: 604800");

  private final FakeDns dns =
      new FakeDns()
          .mx("example.org", 10, FIRST)
          .mx("example.org", 20, SECOND)
          .address(FIRST, "192.0.2.10")
          .address(FIRST, "2001:db8::10")
          .alias(SECOND, "relay.example.net")
          .address("relay.example.net", "198.51.100.20")
          .status("example.net", DnssecStatus.INSECURE)
          .tlsa("_25._tcp." + FIRST, 3, 1, 1, HASH)
          .tlsa("_25._tcp." + FIRST, 2, 1, 1, OTHER)
          .text("_mta-sts.example.org", "v=STSv1; id=20260601;")
          .text("_smtp._tls.example.org", "v=TLSRPTv1; rua=mailto:tls@example.org")
          .text("example.org", "v=spf1 mx -all")
          .srv("_submissions._tcp.example.org", 465, "mail.example.org")
          .pointer("10.2.0.192.in-addr.arpa", FIRST)
          .failing("_dmarc.example.org", RecordType.TXT, DnsFailure.SERVFAIL);

  private final EndpointFacts overV4 =
      SampleFacts.postfix("192.0.2.10", 25, SampleFacts.certificate(63));
  private final EndpointFacts overV6 =
      SampleFacts.postfix("2001:db8::10", 25, SampleFacts.certificate(63));
  private final EndpointFacts silent =
      SampleFacts.dialled("198.51.100.20", 25, new DialOutcome.TimedOut(Duration.ofSeconds(10)));

  Facts facts() {
    HostName name = new HostName("example.org");
    return new Facts(
        Facts.SCHEMA,
        SampleFacts.AT,
        new Target("example.org", new Host.Name(name), Meaning.EITHER, RELAY, RELAY),
        Optional.of("client.example.net"),
        new Route(
            Route.Kind.DOMAIN,
            "it has MX records",
            Optional.of(dns.answer("example.org", RecordType.MX)),
            List.of(host(FIRST, 10, overV4, overV6), host(SECOND, 20, silent)),
            List.of()),
        List.of(overV4, overV6, silent),
        records(),
        Duration.ofMillis(10_412),
        false);
  }

  private MailHost host(String name, int preference, EndpointFacts... seen) {
    List<InetAddress> addresses = Stream.of(seen).map(e -> e.endpoint().address()).toList();
    return new MailHost(
        Optional.of(new HostName(name)),
        Optional.of(preference),
        RELAY,
        new Lookup.Found(addresses, Duration.ofMillis(8)),
        new AddressChoice(addresses, List.of(), ""),
        List.of(dns.answer(name, RecordType.AAAA), dns.answer(name, RecordType.A)));
  }

  private NameRecords records() {
    PolicyFetch policy =
        new PolicyFetch.Answered(
            InetAddress.ofLiteral("192.0.2.80"),
            overV4.session().orElseThrow(),
            200,
            "text/plain",
            POLICY,
            false,
            Duration.ofMillis(73));
    return new NameRecords(
        List.of(tlsa(FIRST), tlsa(SECOND)),
        List.of(
            new ReverseLookup(
                InetAddress.ofLiteral("192.0.2.10"),
                dns.answer("10.2.0.192.in-addr.arpa", RecordType.PTR),
                List.of(dns.answer(FIRST, RecordType.A)))),
        List.of(),
        Optional.of(
            new DomainRecords(
                text("_mta-sts."),
                policy,
                text("_smtp._tls."),
                text(""),
                text("_dmarc."),
                List.of(
                    dns.answer("_submission._tcp.example.org", RecordType.SRV),
                    dns.answer("_submissions._tcp.example.org", RecordType.SRV)))));
  }

  private TlsaLookup tlsa(String host) {
    return new TlsaLookup(
        new HostName(host), 25, List.of(dns.answer("_25._tcp." + host, RecordType.TLSA)));
  }

  private DnsAnswer text(String prefix) {
    return dns.answer(prefix + "example.org", RecordType.TXT);
  }

  List<DaneInsight> dane() {
    RecordData.Tlsa used = new RecordData.Tlsa(3, 1, 1, HASH);
    Dane usable =
        new Dane.Usable(
            tlsa(FIRST),
            List.of(
                new TlsaVerdict(used, TlsaVerdict.Use.USED, ""),
                new TlsaVerdict(new RecordData.Tlsa(2, 1, 1, OTHER), TlsaVerdict.Use.USED, "")),
            List.of(new HostName(FIRST)));
    DaneMatch matched = new DaneMatch.Matched(used, 0, "CN=mail.example.org");
    return List.of(
        new DaneInsight(
            FIRST,
            25,
            usable,
            List.of(
                new DaneInsight.Match(overV4.endpoint(), matched),
                new DaneInsight.Match(overV6.endpoint(), matched))),
        new DaneInsight(
            SECOND,
            25,
            new Dane.NotUsed(
                Dane.Reason.INSECURE_ADDRESSES, "the addresses of the host are not signed"),
            List.of()));
  }

  DomainInsight insight() {
    MtaSts policy =
        new MtaSts.Valid(
            "20260601",
            new Policy(
                Mode.ENFORCE, Duration.ofDays(7), List.of(MxPattern.of(new HostName(FIRST)))));
    List<Prediction> first = Stream.of(Sender.values()).map(SampleDomain::atFirst).toList();
    List<Prediction> second = Stream.of(Sender.values()).map(SampleDomain::atSecond).toList();
    return new DomainInsight(
        policy,
        new SenderTable(
            List.of(new SenderTable.Row(FIRST, 10, first), new SenderTable.Row(SECOND, 20, second)),
            first));
  }

  private static Prediction atFirst(Sender sender) {
    return switch (sender) {
      case OPPORTUNISTIC, TLS_1_2_ONLY, POST_QUANTUM ->
          prediction(sender, Delivery.ENCRYPTED, "STARTTLS works; nothing is verified");
      case MTA_STS, VERIFIED_TLS ->
          prediction(
              sender, Delivery.AUTHENTICATED, "the certificate is trusted and names the host");
      case DANE, DANE_AND_MTA_STS ->
          prediction(sender, Delivery.AUTHENTICATED, "a TLSA record matches");
      case REQUIRETLS ->
          prediction(sender, Delivery.BOUNCED, "the server does not offer REQUIRETLS");
    };
  }

  private static Prediction atSecond(Sender sender) {
    return switch (sender) {
      case MTA_STS, DANE_AND_MTA_STS ->
          new Prediction(
              sender,
              Delivery.DEFERRED,
              Optional.of(ResultType.VALIDATION_FAILURE),
              "the policy does not name the host");
      case OPPORTUNISTIC, DANE, VERIFIED_TLS, REQUIRETLS, TLS_1_2_ONLY, POST_QUANTUM ->
          prediction(sender, Delivery.DEFERRED, "it does not answer");
    };
  }

  private static Prediction prediction(Sender sender, Delivery delivery, String reason) {
    return new Prediction(sender, delivery, Optional.empty(), reason);
  }
}
