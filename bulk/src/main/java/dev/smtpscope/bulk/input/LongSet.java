package dev.smtpscope.bulk.input;

/**
 * A set of 64-bit numbers in about 13 octets each: open addressing with linear probing, in shards
 * that grow one by one, so that growing takes little room of its own. Not safe for several threads,
 * save for reading when nobody writes.
 */
public final class LongSet {
  private static final int SHARD_BITS = 8;

  private final Shard[] shards = new Shard[1 << SHARD_BITS];

  private long size;

  /** An empty set. */
  public LongSet() {
    for (int i = 0; i < shards.length; i++) {
      shards[i] = new Shard();
    }
  }

  /** Adds {@code value}; false if it was there. */
  public boolean add(long value) {
    long mixed = mix(value);
    boolean isNew = shard(mixed).add(mixed);
    size += isNew ? 1 : 0;
    return isNew;
  }

  /** Whether {@code value} is in the set. */
  public boolean contains(long value) {
    long mixed = mix(value);
    return shard(mixed).contains(mixed);
  }

  /** How many numbers there are. */
  public long size() {
    return size;
  }

  private Shard shard(long mixed) {
    return shards[(int) (mixed >>> (64 - SHARD_BITS))];
  }

  /** One to one, so that nothing is lost; zero stays zero and marks what is free. */
  private static long mix(long value) {
    long x = (value ^ (value >>> 32)) * 0x9e3779b97f4a7c15L;
    return x ^ (x >>> 29);
  }

  private static final class Shard {
    private long[] slots = new long[16];
    private int used;
    private boolean hasZero;

    boolean add(long value) {
      if (value == 0) {
        boolean isNew = !hasZero;
        hasZero = true;
        return isNew;
      }
      int at = find(value);
      if (slots[at] == value) {
        return false;
      }
      slots[at] = value;
      used++;
      if (used > slots.length / 4 * 3) {
        grow();
      }
      return true;
    }

    boolean contains(long value) {
      return value == 0 ? hasZero : slots[find(value)] == value;
    }

    private int find(long value) {
      int mask = slots.length - 1;
      int at = (int) value & mask;
      while (slots[at] != 0 && slots[at] != value) {
        at = (at + 1) & mask;
      }
      return at;
    }

    private void grow() {
      long[] old = slots;
      slots = new long[old.length * 2];
      for (long value : old) {
        if (value != 0) {
          slots[find(value)] = value;
        }
      }
    }
  }
}
