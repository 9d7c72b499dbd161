package dev.smtpscope.bulk.pace;

import java.time.Duration;

/**
 * How many targets begin in a second: more and more while this machine does all in time, fewer once
 * it is late most of the time. Otherwise they would wait for the processor, and servers would seem
 * slow that are not. One pause, such as the collection of garbage makes, is no reason to slow down.
 * Safe for all threads; waits end by interrupt.
 */
public final class Tempo {
  /** A delay that hardly shows in what is measured. */
  static final Duration TIMELY = Duration.ofMillis(20);

  static final double FIRST = 20;
  static final double LEAST = 5;
  static final double MOST = 20_000;

  private static final Duration STEP = Duration.ofMillis(500);
  private static final double MORE = 1.1;
  private static final double LESS = 0.75;
  private static final double USED = 0.8;

  private final Time time;
  private final Pacer pacer;
  private double rate = FIRST;
  private int begun;
  private int ticks;
  private int late;
  private long next;

  public Tempo(Time time) {
    this.time = time;
    this.pacer = new Pacer(FIRST, time);
    this.next = time.nanos() + STEP.toNanos();
  }

  /** Waits until one more target may begin. */
  public void await() throws InterruptedException {
    pacer.await();
    count();
  }

  private synchronized void count() {
    begun++;
  }

  /**
   * Learns how this machine keeps up. To be called several times a second.
   *
   * @param lateness how much later than meant this call comes
   */
  public synchronized void tick(Duration lateness) {
    ticks++;
    late += lateness.compareTo(TIMELY) > 0 ? 1 : 0;
    if (time.nanos() - next >= 0) {
      rate = Math.clamp(rate * change(), LEAST, MOST);
      pacer.setRate(rate);
      ticks = 0;
      late = 0;
      begun = 0;
      next = time.nanos() + STEP.toNanos();
    }
  }

  /** A pace that was not gone tells nothing of whether a faster one would do. */
  private double change() {
    if (late * 2 > ticks) {
      return LESS;
    }
    return late * 4 <= ticks && begun >= rate * STEP.toMillis() / 1000 * USED ? MORE : 1;
  }
}
