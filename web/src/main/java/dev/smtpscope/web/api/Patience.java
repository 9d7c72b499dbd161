package dev.smtpscope.web.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends writes that a client does not read: their thread is interrupted when the limit has passed,
 * however slowly octets still trickle. One thread watches over all.
 */
final class Patience implements AutoCloseable {
  private final Duration limit;
  private final ScheduledThreadPoolExecutor watch;

  Patience(Duration limit) {
    this.limit = limit;
    this.watch =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("patience").factory());
    watch.setRemoveOnCancelPolicy(true);
  }

  /** Something that is written. */
  interface Writing {
    void run() throws IOException;
  }

  void write(Writing writing) throws IOException {
    Attempt attempt = new Attempt(Thread.currentThread());
    ScheduledFuture<?> end = watch(attempt);
    try {
      writing.run();
    } finally {
      end.cancel(false);
      attempt.finish();
    }
  }

  /** Once closed, there is no patience left for anybody. */
  private ScheduledFuture<?> watch(Attempt attempt) throws IOException {
    try {
      return watch.schedule(attempt::giveUp, limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      throw new InterruptedIOException("the service is ending");
    }
  }

  /** Makes sure that only the write itself is interrupted, nothing that follows it. */
  private static final class Attempt {
    private final Thread writer;
    private boolean over;
    private boolean gaveUp;

    Attempt(Thread writer) {
      this.writer = writer;
    }

    synchronized void giveUp() {
      if (!over) {
        gaveUp = true;
        writer.interrupt();
      }
    }

    synchronized void finish() throws InterruptedIOException {
      over = true;
      if (gaveUp) {
        Thread.interrupted();
        throw new InterruptedIOException("not read in time");
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
