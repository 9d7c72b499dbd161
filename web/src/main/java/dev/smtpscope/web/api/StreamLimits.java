package dev.smtpscope.web.api;

import java.time.Duration;

/**
 * Bounds on the streams of events.
 *
 * @param inAll streams of all clients together
 * @param perClient streams of one client
 * @param heartbeat something is sent at least so often
 * @param write the longest a client may leave something unread
 */
public record StreamLimits(int inAll, int perClient, Duration heartbeat, Duration write) {
  /** For strangers. */
  public static final StreamLimits PUBLIC =
      new StreamLimits(1000, 10, Duration.ofSeconds(15), Duration.ofSeconds(10));

  /** For one's own people and machines. */
  public static final StreamLimits PRIVATE =
      new StreamLimits(1000, 1000, Duration.ofSeconds(15), Duration.ofSeconds(10));
}
