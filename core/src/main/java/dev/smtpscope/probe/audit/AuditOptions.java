package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.AuditDepth;
import java.time.Duration;

/**
 * How to audit the TLS of a server.
 *
 * @param parallel connections to one address at a time, 1 to {@value #MOST_PARALLEL}
 * @param pace the least time between the beginnings of two connections to one address
 * @param limit how long the audit of one port may last
 */
public record AuditOptions(AuditDepth depth, int parallel, Duration pace, Duration limit) {
  /** The most connections to one address at a time. */
  public static final int MOST_PARALLEL = 16;

  private static final Duration USUAL_LIMIT = Duration.ofMinutes(5);

  public AuditOptions {
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      throw new IllegalArgumentException("parallel connections: " + parallel);
    }
    if (pace.isNegative() || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("negative times");
    }
  }

  /** One connection at a time without pauses, for five minutes at most. */
  public static AuditOptions of(AuditDepth depth) {
    return new AuditOptions(depth, 1, Duration.ZERO, USUAL_LIMIT);
  }
}
