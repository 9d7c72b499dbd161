package dev.smtpscope.bulk.pace;

import java.time.Duration;

/**
 * By how much this machine was late with what it had to do: it has too little processor time, or
 * collected its garbage. All that it timed in such a moment may seem to take as much longer, some
 * steps several times as much. Remembers the last minutes. Safe for all threads.
 */
public final class Lateness {
  private static final int BEATS = 6000;

  /** A time is blamed on a server where the machine was late by less than this part of it. */
  private static final int PART = 20;

  private static final Duration CALM = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Time time;
  private final long[] ended = new long[BEATS];
  private final long[] late = new long[BEATS];
  private int count;
  private long due;

  public Lateness(Time time) {
    this.time = time;
    this.due = time.nanos() + Duration.ofDays(1).toNanos();
  }

  /** Waits for {@code length} and notes how much longer it took, which is returned. */
  public Duration beat(Duration length) throws InterruptedException {
    long end = time.nanos() + length.toNanos();
    setDue(end);
    time.sleepUntil(end);
    return note(time.nanos(), end);
  }

  private synchronized void setDue(long end) {
    due = end;
  }

  private synchronized Duration note(long now, long end) {
    ended[count % BEATS] = now;
    late[count % BEATS] = Math.max(0, now - end);
    count++;
    return Duration.ofNanos(Math.max(0, now - end));
  }

  /** The moment of the clock. */
  public long now() {
    return time.nanos();
  }

  /** The most that it was late since that moment of the clock. */
  public synchronized Duration since(long nanos) {
    long most = Math.max(0, time.nanos() - due);
    for (int i = count - 1; i >= Math.max(0, count - BEATS); i--) {
      if (ended[i % BEATS] - nanos <= 0) {
        break;
      }
      most = Math.max(most, late[i % BEATS]);
    }
    return Duration.ofNanos(most);
  }

  /** Whether what took {@code length}, from {@code nanos} on, may have done so for our lateness. */
  public boolean isToBlame(Duration length, long nanos) {
    return since(nanos).multipliedBy(PART).compareTo(length) >= 0;
  }

  /**
   * Waits for a good moment to try again what it may have spoilt: a second, and until it has kept
   * up for five, but no longer than a minute.
   */
  public void awaitCalm() throws InterruptedException {
    long end = time.nanos() + PATIENCE.toNanos();
    do {
      time.sleepUntil(time.nanos() + PAUSE.toNanos());
    } while (isToBlame(CALM, time.nanos() - CALM.toNanos()) && time.nanos() - end < 0);
  }
}
