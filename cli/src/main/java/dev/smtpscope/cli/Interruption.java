package dev.smtpscope.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's wish to stop. What is running is cancelled, and the process lives a little longer so
 * that what is known can be shown. Safe for all threads.
 */
public final class Interruption {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final List<Runnable> running = new ArrayList<>();
  private final CountDownLatch shown = new CountDownLatch(1);
  private boolean requested;

  /** One that follows the signals of this process, until {@link #finished}. */
  static Interruption ofProcess() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::requestAndWait, "interruption"));
    return interruption;
  }

  /** Runs {@code cancel} when the user wants to stop, at once if he has. */
  public synchronized void onRequest(Runnable cancel) {
    if (requested) {
      cancel.run();
    } else {
      running.add(cancel);
    }
  }

  /** Whether the user wants to stop. */
  public synchronized boolean isRequested() {
    return requested;
  }

  /** Asks all that runs to stop. */
  public synchronized void request() {
    requested = true;
    running.forEach(Runnable::run);
    running.clear();
  }

  /** Says that all is shown that will be. */
  void finished() {
    shown.countDown();
  }

  private void requestAndWait() {
    if (shown.getCount() == 0 || !isAnythingRunning()) {
      return;
    }
    request();
    try {
      boolean inTime = shown.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      assert inTime : "the rest is lost";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isAnythingRunning() {
    return !running.isEmpty();
  }
}
