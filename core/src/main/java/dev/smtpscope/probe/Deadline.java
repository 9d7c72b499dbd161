package dev.smtpscope.probe;

import java.time.Duration;

/**
 * A moment on the monotonic clock by which a wait must end.
 *
 * @param limit how long the wait may last from its beginning
 */
public record Deadline(long nanoTime, Duration limit) {
  /** {@code limit} from now. */
  public static Deadline after(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos(), limit);
  }

  /** The earlier of this moment and {@code limit} from now. */
  public Deadline within(Duration limit) {
    Deadline other = after(limit);
    return other.nanoTime - nanoTime < 0 ? other : new Deadline(nanoTime, remaining());
  }

  /** What is left, zero when the moment has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** Whether the moment has passed. */
  public boolean isOver() {
    return nanoTime - System.nanoTime() <= 0;
  }
}
