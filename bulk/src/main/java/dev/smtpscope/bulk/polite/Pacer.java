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
  private int holds;

  private record Turn(long at, int holds) {}

  Pacer(int rate, Time time) {
    this.time = time;
    this.interval = SECOND / rate;
    this.next = time.nanos();
  }

  void await() throws InterruptedException {
    Turn turn;
    do {
      turn = reserve();
      time.sleepUntil(turn.at);
    } while (turn.holds != holds());
  }

  /** Lets nobody pass for so long; who waits gets another moment. */
  synchronized void hold(Duration length) {
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
