package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.polite.Exclusions;
import dev.smtpscope.bulk.polite.Limits;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.scan.ScanOptions;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How to scan many targets.
 *
 * @param scan how to look at each; the budget's whole is that of one look at one server
 * @param exclusions whom to leave alone
 * @param drain how long targets under way may take once the scan is told to stop
 */
public record BulkOptions(
    ScanOptions scan, Ruleset rules, Limits limits, Exclusions exclusions, Duration drain) {
  private static final Duration LONGEST = Duration.ofHours(12);

  /**
   * The options of each target. It may take as long as it has to wait for its turns; its looks at
   * servers have limits of their own.
   */
  ScanOptions each() {
    return scan.but().budget(scan.budget().withWhole(LONGEST)).policy(exclusions).build();
  }

  /** How long one look at one server may take. */
  Duration look() {
    return scan.budget().whole();
  }

  /** From how long on a wait may count against a server. */
  Duration telling() {
    Budget budget = scan.budget();
    return Stream.of(budget.connect(), budget.greeting(), budget.reply(), budget.handshake())
        .reduce(rules.thresholds().slowStage(), (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  /** How many targets are begun and not done: enough that there are servers for all places. */
  int targets() {
    return limits.inFlight() * 2;
  }

  /** How many of them look for their servers, so that no resolver is flooded. */
  int lookups() {
    return Math.max(64, limits.inFlight() / 10);
  }
}
