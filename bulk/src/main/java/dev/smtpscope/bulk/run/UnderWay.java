package dev.smtpscope.bulk.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The targets that are begun and not done, each on a virtual thread of its own. */
final class UnderWay {
  private final int most;
  private final Semaphore places;
  private final Set<Cancel> running = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  UnderWay(int most) {
    this.most = most;
    this.places = new Semaphore(most);
  }

  /** How one target's scan is ended before its time. */
  final class Cancel {
    private Runnable how = () -> {};
    private boolean asked;

    synchronized void by(Runnable cancelling) {
      how = cancelling;
      if (asked || cancelled) {
        how.run();
      }
    }

    private synchronized void ask() {
      asked = true;
      how.run();
    }
  }

  /** Waits for a place and begins. */
  void start(Consumer<Cancel> task) throws InterruptedException {
    places.acquire();
    Cancel cancel = new Cancel();
    running.add(cancel);
    Thread.ofVirtual().start(() -> run(task, cancel));
  }

  private void run(Consumer<Cancel> task, Cancel cancel) {
    try {
      task.accept(cancel);
    } finally {
      running.remove(cancel);
      places.release();
    }
  }

  int size() {
    return running.size();
  }

  /** Whether nothing is under way, now or within {@code limit}. */
  boolean isEmptyWithin(Duration limit) throws InterruptedException {
    boolean empty = closeWithin(limit);
    if (empty) {
      places.release(most);
    }
    return empty;
  }

  /** Waits until all are done, and then lets none begin; false if that took too long. */
  boolean closeWithin(Duration limit) throws InterruptedException {
    return places.tryAcquire(most, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  void cancelAll() {
    cancelled = true;
    running.forEach(Cancel::ask);
  }
}
