package dev.smtpscope.bulk.store;

import java.time.Duration;

/**
 * How much may be lost when the power fails, and is then scanned again.
 *
 * @param interval the longest time between two batches
 * @param targets the most targets of a batch
 */
record Pace(Duration interval, int targets) {
  static final Pace USUAL = new Pace(Duration.ofSeconds(1), 1000);
}
