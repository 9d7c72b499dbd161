package dev.smtpscope.bulk.synthetic;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to be done later by the one thread that asks, in order; what is due at once in that of
 * coming.
 */
final class Timetable {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(
          Comparator.comparingLong(Entry::nanoTime).thenComparingLong(Entry::number));
  private long added;

  private record Entry(long nanoTime, long number, Runnable task) {}

  void add(long nanos, Runnable task) {
    entries.add(new Entry(System.nanoTime() + nanos, added++, task));
  }

  /** Does what is due. */
  void run() {
    long now = System.nanoTime();
    while (!entries.isEmpty() && entries.element().nanoTime() - now <= 0) {
      entries.remove().task().run();
    }
  }

  /** Until the next is due, at least 1, at most 1,000. */
  long millis() {
    Entry next = entries.peek();
    long nanos = next == null ? Long.MAX_VALUE : next.nanoTime() - System.nanoTime();
    return Math.clamp((nanos + 999_999) / 1_000_000, 1, 1000);
  }
}
