package dev.smtpscope.bulk.summary;

import dev.smtpscope.json.InvalidJsonException;
import dev.smtpscope.json.RecordJson;
import java.util.List;
import java.util.Optional;

/**
 * What a scan comes to. Its JSON form, summary.json, is described in docs/scan.md.
 *
 * @param format always {@link #FORMAT}
 * @param schema the version of the shape
 * @param servers addresses and ports, each counted once
 * @param findings those of most targets first
 * @param latencies of the stages that any server reached, in their order
 */
public record ScanSummary(
    String format,
    int schema,
    About about,
    long targets,
    long servers,
    List<Breakdown> breakdowns,
    List<FindingCount> findings,
    List<Latency> latencies) {
  /** What the field {@code format} says. */
  public static final String FORMAT = "smtpscope-scan-summary";

  /** The version that is written and read. */
  public static final int SCHEMA = 1;

  public ScanSummary {
    breakdowns = List.copyOf(breakdowns);
    findings = List.copyOf(findings);
    latencies = List.copyOf(latencies);
  }

  /** The division by the quality {@code id}. */
  public Optional<Breakdown> breakdown(String id) {
    return breakdowns.stream().filter(b -> b.id().equals(id)).findFirst();
  }

  /** The JSON form, with a final newline. */
  public String json() {
    return RecordJson.indented(this) + "\n";
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws InvalidJsonException where it is anything else
   */
  public static ScanSummary read(byte[] json) throws InvalidJsonException {
    return RecordJson.read(json, ScanSummary.class);
  }
}
