package dev.smtpscope.bulk.pace;

import java.time.Duration;

/**
 * How many targets begin in a second: more and more while this machine does all in time, fewer once
 * it does not. Otherwise they would wait for the processor, and servers would seem slow that are
 * not. Safe for all threads; waits end by interrupt.
 */
public final class Tempo {
  /** What may be late without being seen in times that are told in milliseconds. */
  static final Duration TIMELY = Duration.ofMillis(50);

  static final double FIRST = 100;
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
  private Duration worst = Duration.ZERO;
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
   * @param late how much later than meant this call comes
   */
  public synchronized void tick(Duration late) {
    worst = late.compareTo(worst) > 0 ? late : worst;
    if (time.nanos() - next >= 0) {
      rate = Math.clamp(rate * change(), LEAST, MOST);
      pacer.setRate(rate);
      worst = Duration.ZERO;
      begun = 0;
      next = time.nanos() + STEP.toNanos();
    }
  }

  /** A pace that was not gone tells nothing of whether a faster one would do. */
  private double change() {
    if (worst.compareTo(TIMELY) > 0) {
      return LESS;
    }
    return begun >= rate * STEP.toMillis() / 1000 * USED ? MORE : 1;
  }
}
