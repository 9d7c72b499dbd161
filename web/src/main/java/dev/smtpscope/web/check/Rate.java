package dev.smtpscope.web.check;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param burst so often at once, at least 1
 * @param interval then once in each of these
 */
public record Rate(int burst, Duration interval) {
  /** {@code count} a minute, of which {@code burst} at once. */
  public static Rate perMinute(int count, int burst) {
    return new Rate(burst, Duration.ofMinutes(1).dividedBy(count));
  }
}
