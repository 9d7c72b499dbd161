package dev.smtpscope.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final Steps steps = new Steps();

  @Test
  void tellsWhatEachPortIsDoing() throws Exception {
    begin("mail.example.org");
    at("192.0.2.1", 25, Stage.GREETING);
    at("192.0.2.1", 465, Stage.HANDSHAKE);
    assertThat(line(1, 80)).isEqualTo("mail.example.org: 25 greeting, 465 TLS handshake (3 s)");
  }

  @Test
  void namesTheMailHostsOfADomain() throws Exception {
    begin("example.org");
    MailHost mx =
        MailHost.of(
            Optional.of(new HostName("mx1.example.org")),
            List.of(Service.onPort(25)),
            new Lookup.NotFound("not asked", Duration.ZERO),
            new AddressChoice(List.of(InetAddress.ofLiteral("192.0.2.1")), List.of(), ""));
    Route route =
        new Route(Route.Kind.DOMAIN, "it has MX records", Optional.empty(), List.of(mx), List.of());
    Target target = new TargetParser(TargetParser.Overrides.NONE).parse("example.org");
    steps.on(new ScanEvent.RouteFound(target, route));
    at("192.0.2.1", 25, Stage.GREETING);
    assertThat(line(1, 80)).isEqualTo("example.org: mx1.example.org greeting (3 s)");
  }

  @Test
  void looksUpAtFirst() throws Exception {
    begin("mail.example.org");
    assertThat(line(1, 80)).isEqualTo("mail.example.org: looking up (3 s)");
  }

  @Test
  void countsWhereThereIsNoRoom() throws Exception {
    begin("mail.example.org");
    for (int host = 1; host <= 200; host++) {
      at("192.0.2." + host, 25, host % 2 == 0 ? Stage.GREETING : Stage.EHLO);
    }
    assertThat(line(1, 80))
        .isEqualTo("mail.example.org: 0 of 200 done, 100 EHLO, 100 greeting (3 s)");
  }

  @Test
  void neverFillsTheLine() throws Exception {
    begin("m".repeat(60) + ".example.org");
    for (Stage stage : Stage.values()) {
      at("2001:db8::" + (stage.name().length() + 1), 25, stage);
    }
    for (int width = 40; width <= 120; width++) {
      assertThat(line(1, width)).hasSizeLessThan(width).endsWith(" (3 s)").isPrintable();
    }
  }

  @Test
  void countsTargetsWhereThereAreSeveral() throws Exception {
    begin("a.example");
    at("192.0.2.1", 25, Stage.QUIT);
    assertThat(line(9, 80)).isEqualTo("0 of 9 targets: 0 of 1 done, 1 QUIT (3 s)");
  }

  private String line(int targets, int width) {
    return new ProgressLine(steps.standing(targets)).text(3, width);
  }

  private void begin(String host) throws Exception {
    steps.on(new ScanEvent.ScanStarted(new TargetParser(TargetParser.Overrides.NONE).parse(host)));
  }

  private void at(String address, int port, Stage stage) {
    Endpoint endpoint = new Endpoint(InetAddress.ofLiteral(address), Service.onPort(port));
    steps.on(new ScanEvent.StageStarted(endpoint, stage));
  }
}
