package dev.smtpscope.bulk.parquet;

import java.io.ByteArrayOutputStream;

/** Whole numbers, the lowest octet first. */
final class LittleEndian {
  private LittleEndian() {}

  static void write32(int value, ByteArrayOutputStream out) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }

  static void write64(long value, ByteArrayOutputStream out) {
    for (int shift = 0; shift < 64; shift += 8) {
      out.write((int) (value >>> shift));
    }
  }
}
