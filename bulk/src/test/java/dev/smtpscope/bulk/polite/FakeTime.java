package dev.smtpscope.bulk.polite;

import java.time.Duration;

/** A clock that whoever sleeps moves on. */
final class FakeTime implements Time {
  private long now;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void sleepUntil(long nanos) {
    now = Math.max(now, nanos);
  }

  synchronized void pass(Duration length) {
    now += length.toNanos();
  }

  Duration elapsed() {
    return Duration.ofNanos(nanos());
  }
}
