package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.scan.ThreadKind;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.DelayProxy;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a whole domain costs beside one of its servers, all of it 50 ms away: run by
 * bench/domain-latency/run, as the figures mean something on an idle machine only.
 */
@EnabledIfSystemProperty(named = "smtpscope.bench", matches = "domain-latency")
class DomainLatencyTest {
  private static final Duration ONE_WAY = Duration.ofMillis(25);
  private static final int HOSTS = 4;
  private static final int ADDRESSES = 2;
  private static final int ROUNDS = 9;

  private final List<AutoCloseable> running = new ArrayList<>();

  @Test
  void aDomainCostsNoMoreThanItsSlowestServer() throws Exception {
    DnsZone zone = DnsZone.of("example.test");
    for (int host = 0; host < HOSTS; host++) {
      String name = "mx" + host;
      zone = zone.mx("@", 10 * host, name);
      for (int i = 0; i < ADDRESSES; i++) {
        zone = zone.address(name, distantServer().getHostAddress());
      }
      zone = zone.tlsa("_25._tcp." + name, 3, 1, 1, "00".repeat(32));
    }
    try (DnsVillage village = DnsVillage.start(zone);
        DistantResolver resolver = new DistantResolver(village.validatingResolver(), ONE_WAY)) {
      List<Long> domain = new ArrayList<>();
      List<Long> host = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        Facts whole = scan("domain:example.test", village.client(resolver.server()));
        assertThat(whole.endpoints())
            .hasSize(HOSTS * ADDRESSES)
            .allMatch(endpoint -> endpoint.session().isPresent());
        domain.add(whole.elapsed().toMillis());
        Facts one = scan("mx0.example.test:25", village.client(resolver.server()));
        host.add(one.elapsed().toMillis());
        if (round == ROUNDS - 1) {
          account(whole);
        }
      }
      System.out.printf(
          "a domain of %d hosts with %d addresses each: median %d ms; one of its hosts: median %d ms%n",
          HOSTS, ADDRESSES, median(domain), median(host));
    } finally {
      for (AutoCloseable one : running) {
        one.close();
      }
    }
  }

  private static void account(Facts facts) {
    Duration slowest =
        facts.endpoints().stream()
            .map(EndpointFacts::elapsed)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    System.out.printf(
        "whole %d ms; MX %d ms; addresses at most %d ms; slowest connection %d ms%n",
        facts.elapsed().toMillis(),
        facts.route().mx().orElseThrow().elapsed().toMillis(),
        facts.hosts().stream()
            .flatMap(host -> host.answers().stream())
            .mapToLong(answer -> answer.elapsed().toMillis())
            .max()
            .orElseThrow(),
        slowest.toMillis());
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private InetAddress distantServer() throws IOException {
    String name = "mx.example.test";
    ScriptedSmtpServer near =
        ScriptedSmtpServer.start(
            Behaviours.postfix(name).tls(ServerTls.of(TestCa.at(Instant.now()).chain(name))));
    DelayProxy far = DelayProxy.on(Loopback.free(), 25, near.endpoint(), ONE_WAY);
    running.add(far);
    running.add(near);
    return far.endpoint().getAddress();
  }

  private static Facts scan(String words, DnsClient dns) throws InvalidTargetException {
    return new Scanner(Scans.PLAIN, NameService.of(dns), ThreadKind.VIRTUAL)
        .scan(new TargetParser(TargetParser.Overrides.NONE).parse(words), ScanListener.NONE);
  }
}
