package dev.smtpscope.bulk.polite;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * So many places for each key, given out in the order of coming. A key that nobody uses takes no
 * memory.
 */
final class Lanes<K> {
  private final int width;
  private final ConcurrentHashMap<K, Lane> lanes = new ConcurrentHashMap<>();

  private static final class Lane {
    private final Semaphore places;
    private int users; // changed within compute alone

    Lane(int width) {
      places = new Semaphore(width, true);
    }
  }

  Lanes(int width) {
    this.width = width;
  }

  /** Waits for a place; what is returned gives it back, and runs once. */
  Runnable enter(K key) throws InterruptedException {
    Lane lane = join(key);
    try {
      lane.places.acquire();
    } catch (InterruptedException e) {
      leave(key);
      throw e;
    }
    return () -> {
      lane.places.release();
      leave(key);
    };
  }

  int keys() {
    return lanes.size();
  }

  private Lane join(K key) {
    return Objects.requireNonNull(
        lanes.compute(
            key,
            (_, there) -> {
              Lane lane = there == null ? new Lane(width) : there;
              lane.users++;
              return lane;
            }));
  }

  private void leave(K key) {
    lanes.computeIfPresent(key, (_, lane) -> --lane.users == 0 ? null : lane);
  }
}
