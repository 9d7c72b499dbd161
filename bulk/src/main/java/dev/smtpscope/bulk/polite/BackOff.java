package dev.smtpscope.bulk.polite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.smtpscope.bulk.pace.Time;
import java.time.Duration;

/**
 * Leaves alone who asked for it: a pause that doubles each time it did not help and is forgotten
 * after a welcome. What came of connections from before the pause does not lengthen it.
 */
final class BackOff<K> {
  static final Duration FIRST = Duration.ofSeconds(2);
  static final Duration LONGEST = Duration.ofSeconds(64);

  private static final int MOST = 200_000;

  private final Time time;
  private final Cache<K, Pause> pauses = Caffeine.newBuilder().maximumSize(MOST).build();

  private record Pause(long until, Duration length) {
    Pause after(long now) {
      Duration twice = length.multipliedBy(2);
      Duration longer = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
      return until - now > 0 ? this : new Pause(now + longer.toNanos(), longer);
    }
  }

  BackOff(Time time) {
    this.time = time;
  }

  void await(K key) throws InterruptedException {
    for (Pause pause = pauses.getIfPresent(key);
        pause != null && pause.until - time.nanos() > 0;
        pause = pauses.getIfPresent(key)) {
      time.sleepUntil(pause.until);
    }
  }

  void turnedAway(K key) {
    long now = time.nanos();
    pauses
        .asMap()
        .compute(
            key,
            (_, last) -> last == null ? new Pause(now + FIRST.toNanos(), FIRST) : last.after(now));
  }

  void welcomed(K key) {
    pauses.invalidate(key);
  }
}
