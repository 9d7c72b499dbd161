package dev.smtpscope.bulk.polite;

import java.time.Duration;

/**
 * Lets so many pass in a second, evenly. Each is given a moment of its own when it comes, so that a
 * late waker takes nothing from the next.
 */
final class Pacer {
  private static final long SECOND = 1_000_000_000;

  private final Time time;
  private final long interval;
  private long next;

  Pacer(int rate, Time time) {
    this.time = time;
    this.interval = SECOND / rate;
    this.next = time.nanos();
  }

  void await() throws InterruptedException {
    time.sleepUntil(reserve());
  }

  /** Lets nobody new pass for so long. */
  synchronized void hold(Duration length) {
    next = Math.max(next, time.nanos() + length.toNanos());
  }

  private synchronized long reserve() {
    long now = time.nanos();
    long turn = next - now > 0 ? next : now;
    next = turn + interval;
    return turn;
  }
}
