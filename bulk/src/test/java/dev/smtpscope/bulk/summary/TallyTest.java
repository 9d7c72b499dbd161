package dev.smtpscope.bulk.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.row.EndpointRow;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.bulk.row.TlsState;
import dev.smtpscope.bulk.row.Village;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds what was counted in one pass against what a look at all rows at once tells. */
class TallyTest {
  private static final List<TargetRow> ROWS = new Village(1).targets(2000).toList();

  private final ScanSummary summary = Summaries.of(2000);

  @Test
  void countsEachServerOnce() {
    TreeSet<EndpointRow> servers =
        new TreeSet<>(Comparator.comparing(e -> e.address().getHostAddress()));
    ROWS.forEach(row -> servers.addAll(row.endpoints()));
    Share established = share("starttls", "established");
    assertThat(summary.servers()).isEqualTo(servers.size());
    assertThat(established.servers())
        .isEqualTo(servers.stream().filter(e -> e.tls() == TlsState.ESTABLISHED).count());
    assertThat(established.targets())
        .isEqualTo(
            ROWS.stream()
                .filter(r -> r.endpoints().stream().anyMatch(e -> e.tls() == TlsState.ESTABLISHED))
                .count());
  }

  @Test
  void countsFindingsByTarget() {
    FindingCount missing =
        summary.findings().stream()
            .filter(f -> f.id().equals("starttls-missing"))
            .findFirst()
            .orElseThrow();
    assertThat(missing.targets())
        .isEqualTo(
            ROWS.stream()
                .filter(
                    r -> r.allFindings().stream().anyMatch(n -> n.id().equals("starttls-missing")))
                .count());
  }

  @Test
  void dividesAllTargetsByOutcome() {
    assertThat(summary.breakdown("outcome").orElseThrow().targets()).isEqualTo(2000);
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(summary.breakdown("tls-version").orElseThrow().targets())
        .isEqualTo(share("starttls", "established").targets());
  }

  private Share share(String breakdown, String value) {
    return summary.breakdown(breakdown).orElseThrow().shares().stream()
        .filter(s -> s.value().equals(value))
        .findFirst()
        .orElseThrow();
  }
}
