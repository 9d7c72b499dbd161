package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import dev.smtpscope.testkit.dns.DnsAnswers;
import dev.smtpscope.testkit.dns.ScriptedDnsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks of mail domains through a resolver that the user names. */
class DomainEndToEndTest {
  private final TestCa ca = TestCa.of("Test", KeyType.EC_P256, Instant.now());
  private final List<AutoCloseable> open = new ArrayList<>();
  private final InetAddress second = Loopback.address();
  private int port;
  private ScriptedDnsServer dns = ScriptedDnsServer.start(DnsAnswers.from());

  @BeforeEach
  void start() throws IOException {
    ScriptedSmtpServer mx1 = ScriptedSmtpServer.start(postfix("mx1.example.test"));
    port = mx1.port();
    ScriptedSmtpServer mx2 = ScriptedSmtpServer.on(second, port).start(postfix("mx2.example.test"));
    dns.close();
    dns =
        ScriptedDnsServer.start(
            DnsAnswers.from(
                "example.test. IN MX 20 mx2.example.test.",
                "example.test. IN MX 10 mx1.example.test.",
                "example.test. IN TXT \"v=spf1 mx -all\"",
                "mx1.example.test. IN A " + mx1.address().getHostAddress(),
                "mx2.example.test. IN A " + second.getHostAddress(),
                "null.test. IN MX 0 .",
                "host.test. IN A " + mx1.address().getHostAddress()));
    open.addAll(List.of(mx1, mx2, dns));
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void testsEveryMailHostOfADomain() {
    Run run = check("--ports", String.valueOf(port), "example.test");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Taken as a mail domain: it has MX records.")
        .contains("mx1.example.test")
        .contains(second.getHostAddress());
    assertThat(dns.questions()).contains("example.test. MX", "_mta-sts.example.test. TXT");
  }

  @Test
  void anEmailAddressNamesItsDomain() {
    assertThat(check("--ports", String.valueOf(port), "user@example.test").out())
        .contains("Taken as a mail domain: it was given as a domain.");
  }

  @Test
  void aNameWithoutMxRecordsIsAHost() {
    Run run = check("host.test:" + port);
    assertThat(run.out()).contains("Taken as a host: it was given as a host.");
    assertThat(check("--ports", String.valueOf(port), "host.test").out())
        .contains("Taken as a host: it has no MX records.");
    assertThat(check("--as", "host", "--ports", String.valueOf(port), "host.test").out())
        .contains("Taken as a host: it was given as a host.");
  }

  @Test
  void aDomainThatTakesNoMailIsNotTested() {
    Run run = check("null.test");
    assertThat(run.out()).contains("null MX");
  }

  @Test
  void aNamedResolverCountsAlone() {
    Run run = check("localhost");
    assertThat(run.out()).contains("could not be tested");
    assertThat(run.code()).isEqualTo(ExitCode.NOT_TESTED);
  }

  @Test
  void asksBlockListsOnlyWhenTold() {
    check("--ports", String.valueOf(port), "example.test");
    assertThat(dns.questions()).noneMatch(question -> question.contains("bl.example.net"));
    check("--ports", String.valueOf(port), "--dnsbl", "bl.example.net", "example.test");
    assertThat(dns.questions())
        .anyMatch(question -> question.matches("[0-9.]+\\.bl\\.example\\.net\\. A"));
  }

  @Test
  void asksNothingAboutALoopbackAddress() {
    check("127.0.0.1:" + port);
    assertThat(dns.questions()).isEmpty();
  }

  @Test
  void tellsWhetherThisNetworkLetsPort25Out() {
    Run run = check("--self-check", "nobody.test");
    assertThat(run.complaints())
        .singleElement()
        .asString()
        .contains("self-check: port 25 of nobody.test does not answer (its name has no address)");
    assertThat(run.code()).isEqualTo(ExitCode.NOT_TESTED);
  }

  private Run check(String... args) {
    InetSocketAddress at = new InetSocketAddress(dns.address(), dns.port());
    String resolver = at.getAddress().getHostAddress() + ":" + at.getPort();
    return Run.of(
        Stream.concat(Stream.of("check", "--resolver", resolver), Stream.of(args))
            .toArray(String[]::new));
  }

  private dev.smtpscope.testkit.Behaviour postfix(String host) {
    return Behaviours.postfix(host).tls(ServerTls.of(ca.chain(host)));
  }
}
