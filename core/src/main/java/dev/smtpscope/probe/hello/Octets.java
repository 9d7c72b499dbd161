package dev.smtpscope.probe.hello;

import java.util.Arrays;

/** Octets that came and are not yet read. */
final class Octets {
  private byte[] held = new byte[0];
  private int from;
  private int to;

  int size() {
    return to - from;
  }

  int at(int index) {
    return held[from + index] & 0xFF;
  }

  /** The big-endian number in {@code octets} octets at {@code index}. */
  int number(int index, int octets) {
    int value = 0;
    for (int i = 0; i < octets; i++) {
      value = (value << 8) | at(index + i);
    }
    return value;
  }

  void add(byte[] bytes, int offset, int length) {
    if (held.length - to < length) {
      held = Arrays.copyOfRange(held, from, from + Math.max(2 * size(), size() + length));
      to -= from;
      from = 0;
    }
    System.arraycopy(bytes, offset, held, to, length);
    to += length;
  }

  byte[] first(int count) {
    return Arrays.copyOfRange(held, from, from + count);
  }

  byte[] take(int count) {
    byte[] taken = first(count);
    from += count;
    return taken;
  }
}
