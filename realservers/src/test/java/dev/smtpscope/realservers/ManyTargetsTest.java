package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.bulk.table.TargetsCsv;
import dev.smtpscope.cli.Cli;
import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Interruption;
import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.testkit.TestCa;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A scan of many domains on real servers says of each what a check of it alone says. */
@Execution(ExecutionMode.SAME_THREAD)
class ManyTargetsTest {
  /** Of the moment, not of the server. */
  private static final List<String> PASSING =
      List.of("observedAt", "elapsedSeconds", "startSeconds", "atSeconds", "ttlSeconds", "sni");

  /** Within texts: the id of a policy that is proposed, and when the server was looked at. */
  private static final Pattern NOW =
      Pattern.compile("(?<=id=)[0-9]{14}(?=;)|(?<=observed  )[-0-9T:.]+Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void thirtyDomainsWithDane() throws Exception {
    List<DaneCase> cases = DaneCases.all();
    try (DaneNetwork network = RealServers.available(() -> DaneNetwork.start(cases))) {
      List<String> domains = cases.stream().map(DaneCase::domain).toList();
      assertThat(domains).hasSizeGreaterThanOrEqualTo(30);
      Scan scan = new Scan(network.dns, DaneCases.CA, domains);
      scan.run();
      scan.saysWhatChecksSay();
    }
  }

  @Test
  void domainsWithPoliciesOfTheirOwnAtTwoServers() throws Exception {
    List<StsCase> cases = StsCases.all();
    try (StsNetwork network = RealServers.available(() -> StsNetwork.start(cases))) {
      Scan scan = new Scan(network.dns, StsCases.CA, cases.stream().map(StsCase::domain).toList());
      assertThat(scan.run()).contains("2 connections;");
      scan.saysWhatChecksSay();
    }
  }

  @Test
  void domainsAtOneServerUnderManyNames() throws Exception {
    try (SharedNetwork network = RealServers.available(SharedNetwork::start)) {
      Scan scan = new Scan(network.dns, SharedNetwork.CA, SharedNetwork.domains());
      assertThat(scan.run()).containsPattern("\n[45] connections;");
      scan.saysWhatChecksSay();
    }
  }

  /** Domains that are scanned together, with the resolver and the authority of a network. */
  private final class Scan {
    private final DnsVillage dns;
    private final TrustAnchors anchors;
    private final List<String> domains;

    Scan(DnsVillage dns, TestCa ca, List<String> domains) {
      this.dns = dns;
      this.anchors = TrustAnchors.of("test", List.of(ca.root().certificate()));
      this.domains = domains;
    }

    String run() throws Exception {
      Path list = Files.write(folder.resolve("domains.txt"), domains);
      return command("scan", "-q", "-o", folder.resolve("results").toString(), list.toString());
    }

    void saysWhatChecksSay() throws Exception {
      Map<String, String> reports =
          byDomain(
              reports(),
              line -> JSON.readTree(line).at("/reports/0/facts/target/input").asString());
      Map<String, String> rows = byDomain(rows(), line -> line.substring(0, line.indexOf(',')));
      assertThat(reports.keySet()).containsExactlyInAnyOrderElementsOf(domains);
      assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(domains);
      for (String domain : domains) {
        String check = command("check", "--format", "json", domain);
        List<String> scanned = lasting(Objects.requireNonNull(reports.get(domain)));
        List<String> checked = lasting(check);
        assertThat(without(scanned, checked)).as(domain).isEqualTo(without(checked, scanned));
        assertThat(scanned).hasSameSizeAs(checked);
        assertThat(timeless(Objects.requireNonNull(rows.get(domain))))
            .isEqualTo(timeless(row(check)));
      }
    }

    private List<String> reports() throws Exception {
      try (InputStream in =
          new ZstdInputStream(Files.newInputStream(folder.resolve("results/reports.ndjson.zst")))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    }

    private List<String> rows() throws Exception {
      return Files.readAllLines(folder.resolve("results/targets.csv")).stream().skip(1).toList();
    }

    /** The line that a report comes to in the table. */
    private String row(String report) throws Exception {
      var in = new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8));
      var out = new ByteArrayOutputStream();
      try (TargetsCsv csv = new TargetsCsv(out)) {
        csv.write(TargetRow.of(ReportJson.read(in, anchors).getFirst().report()));
      }
      return out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }

    private String command(String... words) {
      var out = new ByteArrayOutputStream();
      var err = new ByteArrayOutputStream();
      Surroundings surroundings = Surroundings.ofProcess(new Interruption());
      surroundings =
          new Surroundings(
              Console.of(InputStream.nullInputStream(), out, err),
              surroundings.interruption(),
              surroundings.names(),
              anchors);
      var line = new ArrayList<>(List.of(words));
      line.addAll(1, List.of("--ehlo", "client.smtpscope.test", "--lookup-timeout", "60s"));
      line.addAll(1, List.of("--resolver", dns.plainResolver().address().getHostAddress()));
      line.addAll(1, List.of("--trust-anchor", dns.trustAnchor().toString()));
      int code = new Cli(surroundings).run(line.toArray(String[]::new));
      assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
      assertThat(code).isIn(0, 1, 3);
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  private static Map<String, String> byDomain(List<String> lines, Function<String, String> domain) {
    return lines.stream().collect(Collectors.toMap(domain, line -> line));
  }

  /** All that a report says, one value a line with the way to it. */
  private static List<String> lasting(String json) {
    List<String> lines = new ArrayList<>();
    JsonNode report = JSON.readTree(json);
    collect("", report, lines);
    return lines;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    Set<String> left = new LinkedHashSet<>(lines);
    left.removeAll(Set.copyOf(others));
    return List.copyOf(left);
  }

  private static void collect(String path, JsonNode node, List<String> lines) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(each -> !PASSING.contains(each.getKey()))
          .forEach(each -> collect(path + "/" + each.getKey(), each.getValue(), lines));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "/" + i, node.get(i), lines);
      }
    } else {
      lines.add(path + " = " + NOW.matcher(node.toString()).replaceAll("NOW"));
    }
  }

  /** A line of the table without the two columns that tell when and how long. */
  private static String timeless(String row) {
    String[] cells = row.split(",", 6);
    return String.join(",", cells[0], cells[1], cells[2], cells[5]);
  }
}
