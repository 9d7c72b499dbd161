package dev.smtpscope.judge;

import java.time.Duration;

/**
 * Limits that a user may set.
 *
 * @param expiryWarning a certificate with less than this left is about to expire
 * @param maximumValidity a publicly trusted certificate should not be valid for longer
 * @param slowStage a stage of the conversation that takes longer is slow
 */
public record Thresholds(Duration expiryWarning, Duration maximumValidity, Duration slowStage) {
  /** 30 days, 398 days, 5 seconds. */
  public static final Thresholds STANDARD =
      new Thresholds(Duration.ofDays(30), Duration.ofDays(398), Duration.ofSeconds(5));
}
