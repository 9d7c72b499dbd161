package dev.smtpscope.bulk.pace;

import java.time.Duration;

/**
 * Lets so many pass in a second, evenly. Each is given a moment of its own when it comes, so that a
 * late waker takes nothing from the next. Safe for all threads; waits end by interrupt.
 */
public final class Pacer {
  private static final double SECOND = 1_000_000_000;

  private final Time time;
  private long interval;
  private long next;
  private int holds;

  private record Turn(long at, int holds) {}

  /**
   * @param rate how many in a second
   */
  public Pacer(double rate, Time time) {
    this.time = time;
    this.interval = interval(rate);
    this.next = time.nanos();
  }

  private static long interval(double rate) {
    return (long) (SECOND / rate);
  }

  /** Waits for its turn. */
  public void await() throws InterruptedException {
    Turn turn;
    do {
      turn = reserve();
      time.sleepUntil(turn.at);
    } while (turn.holds != holds());
  }

  /** From now on so many pass in a second. */
  synchronized void setRate(double rate) {
    interval = interval(rate);
  }

  /** Lets nobody pass for so long; who waits gets another moment. */
  public synchronized void hold(Duration length) {
    next = time.nanos() + length.toNanos();
    holds++;
  }

  private synchronized int holds() {
    return holds;
  }

  private synchronized Turn reserve() {
    long now = time.nanos();
    long at = next - now > 0 ? next : now;
    next = at + interval;
    return new Turn(at, holds);
  }
}
