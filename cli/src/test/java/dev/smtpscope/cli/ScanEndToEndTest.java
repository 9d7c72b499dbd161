package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.json.SavedReport;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.report.Report;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import dev.smtpscope.testkit.dns.DnsAnswers;
import dev.smtpscope.testkit.dns.ScriptedDnsServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of mail domains through a resolver that the user names, against checks of the same. */
class ScanEndToEndTest {
  private static final int DOMAINS = 30;
  private static final TrustAnchors NONE = TrustAnchors.of("none", List.of());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final TestCa ca = TestCa.of("Test", KeyType.EC_P256, Instant.now());
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<ScriptedSmtpServer> servers = new ArrayList<>();
  private int port;

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private Behaviour tls(Behaviour behaviour, String host) {
    return behaviour.tls(ServerTls.of(ca.chain(host)));
  }

  /** Six kinds of servers, five domains on each; the sixth kind is not there. */
  private String startDns() throws Exception {
    List<Behaviour> kinds =
        List.of(
            tls(Behaviours.postfix("mx0.example.test"), "mx0.example.test"),
            tls(Behaviours.exim("mx1.example.test"), "other.example.test"),
            Behaviours.postfix("mx2.example.test").without("STARTTLS"),
            Behaviours.postfix("mx3.example.test").greeting("554 no service here"),
            tls(Behaviours.postfix("mx4.example.test"), "mx4.example.test")
                .fault(new Fault.Close(At.HANDSHAKE)));
    List<String> zone = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      zone.add("mx" + i + ".example.test. IN A " + start(kinds.get(i)).getHostAddress());
    }
    zone.add("mx5.example.test. IN A " + Loopback.address().getHostAddress());
    for (int i = 0; i < DOMAINS; i++) {
      zone.add("d" + i + ".test. IN MX 10 mx" + i % 6 + ".example.test.");
      zone.add("d" + i + ".test. IN TXT \"v=spf1 mx -all\"");
    }
    ScriptedDnsServer dns = ScriptedDnsServer.start(DnsAnswers.from(zone.toArray(String[]::new)));
    open.add(dns);
    return dns.address().getHostAddress() + ":" + dns.port();
  }

  private InetAddress start(Behaviour behaviour) throws Exception {
    ScriptedSmtpServer server =
        port == 0
            ? ScriptedSmtpServer.start(behaviour)
            : ScriptedSmtpServer.on(Loopback.address(), port).start(behaviour);
    port = server.port();
    servers.add(server);
    open.add(server);
    return server.address();
  }

  private Path list(Stream<String> lines) throws Exception {
    return Files.write(folder.resolve("list.txt"), lines.toList());
  }

  private Path results() {
    return folder.resolve("results");
  }

  private List<SavedReport> reports() throws Exception {
    try (InputStream in =
        new ZstdInputStream(Files.newInputStream(results().resolve("reports.ndjson.zst")))) {
      List<SavedReport> reports = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        reports.add(saved(line));
      }
      return reports;
    }
  }

  private static SavedReport saved(String json) throws Exception {
    return ReportJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), NONE)
        .getFirst();
  }

  private static List<String> findings(SavedReport saved) {
    Report report = saved.report();
    return report.verdicts().findings().stream()
        .filter(finding -> !finding.id().contains("slow")) // of this machine
        .map(finding -> finding.id() + " " + finding.severity() + " " + finding.title())
        .sorted()
        .toList();
  }

  @Test
  void thirtyDomainsAreReportedAsByThirtyChecks() throws Exception {
    String resolver = startDns();
    List<String> names = IntStream.range(0, DOMAINS).mapToObj(i -> "d" + i + ".test").toList();
    Run scan =
        Run.of(
            "scan",
            "-q",
            list(names.stream()).toString(),
            "-o",
            results().toString(),
            "--resolver",
            resolver,
            "--ports",
            String.valueOf(port));
    assertThat(scan.err()).isEmpty();
    assertThat(scan.code()).isEqualTo(ExitCode.FINE);
    assertThat(servers).extracting(ScriptedSmtpServer::connections).containsOnly(1);
    Map<String, SavedReport> scanned =
        reports().stream().collect(Collectors.toMap(r -> r.facts().target().input(), r -> r));
    assertThat(scanned.keySet()).containsExactlyInAnyOrderElementsOf(names);
    for (String name : names) {
      Run check =
          Run.of(
              "check",
              "--format",
              "json",
              "--resolver",
              resolver,
              "--ports",
              String.valueOf(port),
              name);
      SavedReport checked = saved(check.out());
      SavedReport ours = java.util.Objects.requireNonNull(scanned.get(name));
      assertThat(ours.facts())
          .as(name)
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(Duration.class, Instant.class)
          .isEqualTo(checked.facts());
      assertThat(findings(ours)).isEqualTo(findings(checked));
    }
  }

  @Test
  void leavesAllFilesOfACompleteScan() throws Exception {
    InetAddress address = start(tls(Behaviours.postfix("mx.example.test"), "mx.example.test"));
    Run run =
        new Run.Setting()
            .in(address.getHostAddress() + ":" + port + "\nno target\n")
            .run("scan", "-", "-q", "-o", results().toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("1 target tested", "1 named no target: see rejected.csv");
    try (Stream<Path> files = Files.list(results())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "manifest.json",
              "rejected.csv",
              "reports.ndjson.zst",
              "results.parquet",
              "summary.html",
              "summary.json",
              "targets.csv");
    }
    assertThat(results().resolve("manifest.json"))
        .content()
        .contains("\"complete\" : true", "\"standard input\"", "\"profile\" : \"smtpscope\"");
    assertThat(results().resolve("rejected.csv")).content().contains("2,no target,");
    assertThat(results().resolve("targets.csv")).content().contains(address.getHostAddress());
  }

  @Test
  void goesOnAfterCtrlC() throws Exception {
    Behaviour behaviour = Behaviours.postfix("mx.example.test").without("STARTTLS");
    ScriptedSmtpServer server =
        ScriptedSmtpServer.on(Loopback.address(), 0)
            .startEach(n -> n == 1 ? behaviour.fault(new Fault.Hang(At.GREETING)) : behaviour);
    open.add(server);
    InetAddress good = Loopback.address();
    open.add(ScriptedSmtpServer.on(good, server.port()).start(behaviour));
    String[] args = {
      "scan",
      list(Stream.of(Run.target(server), good.getHostAddress() + ":" + server.port())).toString(),
      "-o",
      results().toString(),
      "--drain",
      "100ms"
    };
    Run.Setting setting = new Run.Setting();
    CompletableFuture<Run> running = CompletableFuture.supplyAsync(() -> setting.run(args));
    while (server.connections() == 0) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    setting.interruption().request();
    Run first = running.get(60, TimeUnit.SECONDS);
    assertThat(first.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(first.err()).contains("ending; targets under way: ");
    assertThat(first.out()).contains("Not complete", "--resume");
    assertThat(results().resolve("manifest.json")).content().contains("\"complete\" : false");
    Run again = Run.of(args);
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("--resume");
    Run second =
        Run.of(Stream.concat(Stream.of(args), Stream.of("--resume")).toArray(String[]::new));
    assertThat(second.code()).isEqualTo(ExitCode.FINE);
    assertThat(reports())
        .extracting(report -> report.facts().target().input())
        .containsExactlyInAnyOrder(Run.target(server), good.getHostAddress() + ":" + server.port());
    assertThat(results().resolve("manifest.json")).content().contains("\"complete\" : true");
  }

  @Test
  void saysWhereItCannotTellMetrics() throws Exception {
    InetAddress address = start(Behaviours.postfix("mx.example.test"));
    Run run =
        Run.of(
            "scan",
            list(Stream.of("127.0.0.1:1")).toString(),
            "-o",
            results().toString(),
            "--metrics",
            address.getHostAddress() + ":" + port);
    assertThat(run.code()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(run.complaints()).singleElement().asString().contains("--metrics");
  }
}
