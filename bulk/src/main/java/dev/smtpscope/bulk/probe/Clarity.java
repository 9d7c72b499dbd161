package dev.smtpscope.bulk.probe;

import dev.smtpscope.bulk.pace.Lateness;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.StageTime;
import java.time.Duration;

/**
 * Tells whether waits that count against a server were the server's.
 *
 * @param telling a shorter wait counts against nobody
 */
public record Clarity(Lateness lateness, Duration telling) {
  /** Whether {@code facts}, seen from {@code began} on, hold a wait that may be our own doing. */
  boolean isLacking(EndpointFacts facts, long began) {
    Duration longest =
        facts.timings().stream()
            .map(StageTime::elapsed)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return longest.compareTo(telling) >= 0 && lateness.isToBlame(longest, began);
  }
}
