package dev.smtpscope.bulk.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The many probes of one endpoint, under many names. Each is read once, for what it is found by.
 * Safe for all threads.
 */
final class Crowd {
  private final Map<String, Long> oldest = new HashMap<>();
  private int known;

  /**
   * Where to look for one that holds for {@code name}, the oldest first.
   *
   * @param all where they all are, the oldest first
   */
  synchronized long[] find(
      Optional<String> name, long[] all, LongFunction<Optional<Recorded>> reader) {
    for (; known < all.length; known++) {
      long place = all[known];
      reader.apply(place).stream()
          .flatMap(Sharing::marks)
          .forEach(mark -> oldest.putIfAbsent(mark, place));
    }
    return Sharing.marks(name)
        .filter(oldest::containsKey)
        .mapToLong(mark -> oldest.getOrDefault(mark, 0L))
        .sorted()
        .distinct()
        .toArray();
  }
}
