package dev.smtpscope.bulk.summary;

import dev.smtpscope.bulk.input.Fingerprint;
import dev.smtpscope.bulk.input.LongSet;
import dev.smtpscope.bulk.row.EndpointRow;
import dev.smtpscope.bulk.row.Noted;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.target.Addresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts rows while they stream by, in bounded memory beside about 13 octets for each server that
 * was seen. For one thread.
 */
public final class Tally {
  private final Map<Quality, Counter> counters = new LinkedHashMap<>();
  private final Counter findings = new Counter();
  private final Map<String, Severity> severities = new HashMap<>();
  private final Map<Stage, Histogram> latencies = new EnumMap<>(Stage.class);
  private final LongSet servers = new LongSet();
  private long targets;

  public Tally() {
    Quality.ALL.forEach(quality -> counters.put(quality, new Counter()));
  }

  /** Counts a target and those of its servers that no earlier target led to. */
  public void add(TargetRow row) {
    targets++;
    counters.forEach((quality, counter) -> quality.of(row).ifPresent(counter::target));
    for (Noted noted : row.allFindings()) {
      findings.target(noted.id());
      severities.merge(noted.id(), noted.severity(), Tally::worse);
    }
    row.endpoints().stream().filter(e -> servers.add(fingerprint(e))).forEach(this::addServer);
  }

  /** What was counted so far. */
  public ScanSummary summary(About about) {
    return new ScanSummary(
        ScanSummary.FORMAT,
        ScanSummary.SCHEMA,
        about,
        targets,
        servers.size(),
        breakdowns(),
        findings(),
        latencies());
  }

  private void addServer(EndpointRow endpoint) {
    counters.forEach((quality, counter) -> {
      if (quality instanceof Quality.OfServer(var id, var title, var value)) {
        value.apply(endpoint).ifPresent(counter::server);
      }
    });
    endpoint.findings().forEach(noted -> findings.server(noted.id()));
    endpoint
        .times()
        .forEach((stage, time) -> latencies.computeIfAbsent(stage, _ -> new Histogram()).add(time));
  }

  private List<Breakdown> breakdowns() {
    List<Breakdown> breakdowns = new ArrayList<>();
    counters.forEach(
        (quality, counter) -> breakdowns.add(counter.breakdown(quality.id(), quality.title())));
    return breakdowns;
  }

  private List<FindingCount> findings() {
    return findings.breakdown("findings", "").shares().stream()
        .map(s -> new FindingCount(s.value(), severity(s), s.targets(), s.servers()))
        .sorted(Comparator.comparingLong(FindingCount::targets).reversed())
        .toList();
  }

  private Severity severity(Share finding) {
    return severities.getOrDefault(finding.value(), Severity.INFO);
  }

  private List<Latency> latencies() {
    return latencies.entrySet().stream().map(e -> Latency.of(e.getKey(), e.getValue())).toList();
  }

  private static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static long fingerprint(EndpointRow endpoint) {
    return Fingerprint.of(Addresses.text(endpoint.address(), endpoint.port()));
  }
}
