package dev.smtpscope.bulk.summary;

import dev.smtpscope.facts.Stage;
import java.time.Duration;

/**
 * How long a stage took, over all servers that reached it.
 *
 * @param median what half of them do not exceed; so 90, 95 and 99 percent
 */
public record Latency(
    Stage stage, long servers, Duration median, Duration p90, Duration p95, Duration p99) {
  static Latency of(Stage stage, Histogram histogram) {
    return new Latency(
        stage,
        histogram.count(),
        histogram.percentile(50),
        histogram.percentile(90),
        histogram.percentile(95),
        histogram.percentile(99));
  }
}
