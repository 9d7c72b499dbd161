package dev.smtpscope.bulk.summary;

import java.time.Duration;
import java.util.Arrays;

/**
 * Lengths of time in buckets that are at most 1/64 of their value wide: percentiles are that exact,
 * and never too short. From 1 µs to 9 hours; what is longer counts as that. For one thread.
 */
final class Histogram {
  private static final int SUB_BITS = 6;
  private static final int SUB = 1 << SUB_BITS;
  private static final long LONGEST = (1L << 35) - 1;

  private final long[] buckets = new long[SUB * (36 - SUB_BITS)];
  private long count;
  private long longest;

  void add(Duration length) {
    long micros = Math.clamp(length.toNanos() / 1000, 0, LONGEST);
    buckets[bucket(micros)]++;
    count++;
    longest = Math.max(longest, micros);
  }

  void merge(Histogram other) {
    Arrays.setAll(buckets, i -> buckets[i] + other.buckets[i]);
    count += other.count;
    longest = Math.max(longest, other.longest);
  }

  long count() {
    return count;
  }

  /** The length that {@code percent} of all do not exceed; zero where there are none. */
  Duration percentile(double percent) {
    long wanted = Math.max(1, (long) Math.ceil(count * percent / 100));
    long seen = 0;
    for (int i = 0; i < buckets.length; i++) {
      seen += buckets[i];
      if (seen >= wanted) {
        return Duration.ofNanos(1000 * Math.min(highest(i), longest));
      }
    }
    return Duration.ZERO;
  }

  /** Below 128 one for each number; above, 64 for each power of two. */
  private static int bucket(long micros) {
    int magnitude = Math.max(0, 63 - Long.numberOfLeadingZeros(micros | 1) - SUB_BITS);
    return magnitude * SUB + (int) (micros >> magnitude);
  }

  private static long highest(int bucket) {
    int magnitude = Math.max(0, bucket / SUB - 1);
    return ((bucket - (long) magnitude * SUB + 1) << magnitude) - 1;
  }
}
