package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.probe.ProbeCounts;
import dev.smtpscope.report.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a scan stands at one moment. All counts are of this run, but {@code before}.
 *
 * @param rejected lines that name no target
 * @param repeated targets that were there already
 * @param excluded targets on the exclusion list
 * @param before targets whose results an earlier run left
 * @param inFlight targets begun and not done
 * @param outcomes of those done
 * @param defects targets lost to a defect of smtpscope
 * @param stopped targets that the end of the scan cut short
 * @param probes the looks at servers
 * @param read octets of the input so far
 * @param size octets of the input, where that is known
 */
public record Standing(
    long rejected,
    long repeated,
    long excluded,
    long before,
    long inFlight,
    Map<Outcome, Long> outcomes,
    long defects,
    long stopped,
    ProbeCounts.Sums probes,
    long read,
    Optional<Long> size,
    Duration elapsed) {
  public Standing {
    outcomes = Map.copyOf(outcomes);
  }

  /** How many targets have results from this run. */
  public long done() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many were done so. */
  public long done(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** How many targets there are in all, by what was read so far; empty where nothing tells. */
  public Optional<Long> expected() {
    return size.filter(octets -> octets > 0 && read > 0)
        .map(octets -> Math.round(taken() * Math.max(1, octets / (double) read)));
  }

  /** How long the rest takes at the pace so far, where that can be told. */
  public Optional<Duration> left() {
    long done = done() + defects;
    return done == 0
        ? Optional.empty()
        : expected()
            .map(all -> Math.max(0, all - taken() + inFlight))
            .map(rest -> Duration.ofMillis((long) (elapsed.toMillis() * (rest / (double) done))));
  }

  /** Lines that were read and hold anything. */
  public long taken() {
    return done() + inFlight + before + repeated + rejected + excluded + defects + stopped;
  }
}
