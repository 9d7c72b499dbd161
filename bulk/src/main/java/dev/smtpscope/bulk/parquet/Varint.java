package dev.smtpscope.bulk.parquet;

import java.io.ByteArrayOutputStream;

/** Numbers in groups of seven bits, the lowest first (ULEB128). */
final class Varint {
  private Varint() {}

  /** Writes {@code value}, taken as unsigned. */
  static void write(long value, ByteArrayOutputStream out) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
