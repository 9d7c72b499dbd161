package dev.smtpscope.bulk.synthetic;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be done later by the one thread that asks. */
final class Timetable {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::nanoTime));

  private record Entry(long nanoTime, Runnable task) {}

  void add(long nanos, Runnable task) {
    entries.add(new Entry(System.nanoTime() + nanos, task));
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
