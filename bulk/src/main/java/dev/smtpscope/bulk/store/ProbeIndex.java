package dev.smtpscope.bulk.store;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/** Where the probes of an endpoint stand in the file. Safe for all threads. */
final class ProbeIndex {
  private static final long[] NOWHERE = {};

  private final ConcurrentHashMap<Long, long[]> places = new ConcurrentHashMap<>();

  void add(long key, long offset) {
    long[] _ = places.merge(key, new long[] {offset}, ProbeIndex::joined);
  }

  long[] find(long key) {
    return places.getOrDefault(key, NOWHERE);
  }

  private static long[] joined(long[] some, long[] more) {
    long[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
