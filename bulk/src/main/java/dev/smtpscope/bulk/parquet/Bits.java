package dev.smtpscope.bulk.parquet;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/** A growing row of single bits: flags, or whether cells hold a value. */
final class Bits {
  private final BitSet bits = new BitSet();
  private int size;

  void add(boolean bit) {
    bits.set(size++, bit);
  }

  int size() {
    return size;
  }

  /** Eight in an octet, the first in the lowest bit. */
  byte[] packed() {
    byte[] packed = new byte[(size + 7) / 8];
    byte[] set = bits.toByteArray();
    System.arraycopy(set, 0, packed, 0, set.length);
    return packed;
  }

  /** In the format's hybrid of runs and packed bits, with the length before it. */
  byte[] levels() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int ones = bits.cardinality();
    if (ones == 0 || ones == size) {
      Varint.write((long) size << 1, out);
      out.write(ones == 0 ? 0 : 1);
    } else {
      byte[] packed = packed();
      Varint.write((long) packed.length << 1 | 1, out);
      out.writeBytes(packed);
    }
    return withLength(out.toByteArray());
  }

  private static byte[] withLength(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 4);
    LittleEndian.write32(body.length, out);
    out.writeBytes(body);
    return out.toByteArray();
  }
}
