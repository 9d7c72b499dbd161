package dev.smtpscope.cli.progress;

import dev.smtpscope.cli.Console;
import dev.smtpscope.event.ScanListener;
import java.io.PrintStream;
import java.time.Duration;

/**
 * One line on standard error, drawn over while scans run and gone when they are through. It is
 * drawn by a thread of its own, so that no probe ever waits for the screen.
 */
public final class Progress implements AutoCloseable {
  private static final Duration FIRST = Duration.ofMillis(300);
  private static final Duration EVERY = Duration.ofMillis(120);
  private static final String ERASE = "\r\033[K";

  private final Steps steps = new Steps();
  private final PrintStream screen;
  private final int width;
  private final int targets;
  private final long begun = System.nanoTime();
  private boolean drawn;
  private boolean closed;

  private Progress(Console console, int targets) {
    this.screen = console.err();
    this.width = console.terminal().width();
    this.targets = targets;
  }

  /** Begins to show the progress of so many scans. */
  public static Progress start(Console console, int targets) {
    Progress progress = new Progress(console, targets);
    Thread.ofPlatform().daemon().name("progress").start(progress::drawAgainAndAgain);
    return progress;
  }

  /** Shows nothing. */
  public static Progress none(Console console) {
    return new Progress(console, 0);
  }

  /** Hears of the scans. */
  public ScanListener listener() {
    return steps;
  }

  /** Does something that may write to the screen, without the line in its way. */
  public synchronized void aside(Runnable writing) {
    erase();
    writing.run();
  }

  @Override
  public synchronized void close() {
    closed = true;
    erase();
  }

  private void drawAgainAndAgain() {
    try {
      Thread.sleep(FIRST);
      while (draw()) {
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean draw() {
    if (!closed) {
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      screen.print(ERASE + new ProgressLine(steps.standing(targets)).text(seconds, width));
      screen.flush();
      drawn = true;
    }
    return !closed;
  }

  private void erase() {
    if (drawn) {
      screen.print(ERASE);
      screen.flush();
      drawn = false;
    }
  }
}
