package dev.smtpscope.bulk.pace;

import java.time.Duration;

/** A clock that whoever sleeps moves on. */
public final class FakeTime implements Time {
  private long now;
  private long late;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void sleepUntil(long nanos) {
    now = Math.max(now, nanos) + late;
  }

  /** From now on whoever sleeps wakes so much later than meant. */
  public synchronized void oversleep(Duration length) {
    late = length.toNanos();
  }

  public synchronized void pass(Duration length) {
    now += length.toNanos();
  }

  public Duration elapsed() {
    return Duration.ofNanos(nanos());
  }
}
