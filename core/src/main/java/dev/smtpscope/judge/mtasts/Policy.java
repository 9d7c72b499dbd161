package dev.smtpscope.judge.mtasts;

import dev.smtpscope.target.HostName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * An MTA-STS policy (RFC 8461 section 3.2).
 *
 * @param maxAge how long senders keep it, in whole seconds up to {@link #LONGEST}
 * @param mx the hosts that mail may be given to; at least one unless the mode is none
 */
public record Policy(Mode mode, Duration maxAge, List<MxPattern> mx) {
  /** The longest time that a policy may be kept for: 31557600 seconds. */
  public static final Duration LONGEST = Duration.ofHours(8766);

  /**
   * @throws IllegalArgumentException when the age is out of bounds or patterns are missing
   */
  public Policy {
    mx = List.copyOf(mx);
    if (maxAge.isNegative() || maxAge.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("max_age out of bounds");
    }
    if (mx.isEmpty() && mode != Mode.NONE) {
      throw new IllegalArgumentException("no mx");
    }
  }

  /** Whether mail may be given to {@code host}. */
  public boolean covers(HostName host) {
    return mx.stream().anyMatch(pattern -> pattern.covers(host));
  }

  /** The lines to publish, without their ends. */
  public List<String> lines() {
    return Stream.of(
            Stream.of("version: STSv1", "mode: " + mode.id()),
            mx.stream().map(pattern -> "mx: " + pattern),
            Stream.of("max_age: " + maxAge.toSeconds()))
        .flatMap(lines -> lines)
        .toList();
  }
}
