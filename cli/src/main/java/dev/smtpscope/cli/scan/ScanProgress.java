package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.run.Standing;
import dev.smtpscope.cli.Console;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Tells on standard error how a scan stands: on a terminal in one line that is drawn over, else in
 * a line now and then. It has a thread of its own.
 */
final class ScanProgress implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(250);
  private static final Duration LINE = Duration.ofSeconds(10);
  private static final String ERASE = "\r\033[K";

  /** Has a terminal that became narrower cut the line off rather than wrap it. */
  private static final String CUT = "\033[?7l";

  private static final String WRAP = "\033[?7h";

  private final Console console;
  private final Supplier<Standing> standing;
  private final Pace pace = new Pace();
  private final boolean redraws;
  private boolean drawn;
  private boolean closed;

  private ScanProgress(Console console, Supplier<Standing> standing) {
    this.console = console;
    this.standing = standing;
    this.redraws = console.terminal().canRedraw();
  }

  static ScanProgress start(Console console, Supplier<Standing> standing) {
    ScanProgress progress = new ScanProgress(console, standing);
    Thread.ofPlatform().daemon().name("progress").start(progress::tellAgainAndAgain);
    return progress;
  }

  static ScanProgress none(Console console, Supplier<Standing> standing) {
    return new ScanProgress(console, standing);
  }

  /** Tells one more thing, without the line in its way. */
  synchronized void aside(String line) {
    erase();
    console.complain(line);
  }

  @Override
  public synchronized void close() {
    closed = true;
    erase();
  }

  private void tellAgainAndAgain() {
    try {
      do {
        Thread.sleep(redraws ? REDRAW : LINE);
      } while (tell());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean tell() {
    if (!closed) {
      Standing now = standing.get();
      StandingLine line = new StandingLine(now, pace.after(now));
      if (redraws) {
        draw(line.text(console.terminal().width()));
      } else {
        console.complain(line.text());
      }
    }
    return !closed;
  }

  private void draw(String text) {
    console.err().print(ERASE + CUT + text + WRAP);
    console.err().flush();
    drawn = true;
  }

  private void erase() {
    if (drawn) {
      console.err().print(ERASE);
      console.err().flush();
      drawn = false;
    }
  }
}
