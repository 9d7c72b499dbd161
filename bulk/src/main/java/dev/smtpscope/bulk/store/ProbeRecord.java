package dev.smtpscope.bulk.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One probe in a file: a skippable frame (RFC 8878, section 3.1.2) that tells the key, length and
 * checksum of the zstd frame behind it. So the file is valid for any zstd, can be gone through
 * without unpacking, and shows where it was torn.
 */
final class ProbeRecord {
  /** The octets in front of each zstd frame. */
  static final int HEADER = 24;

  /** The most octets of one probe, packed or not. */
  static final int LARGEST = 64 * 1024 * 1024;

  private static final int MAGIC = 0x184d2a53;
  private static final int BODY = 16;
  private static final int LEVEL = 1;

  private ProbeRecord() {}

  /** What a header tells. */
  record Header(long key, int length, int checksum) {
    boolean fits(byte[] frame) {
      return frame.length == length && ProbeRecord.checksum(key, frame) == checksum;
    }
  }

  static byte[] of(long key, byte[] json) {
    byte[] frame = Zstd.compress(json, LEVEL);
    ByteBuffer out = ByteBuffer.allocate(HEADER + frame.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putInt(BODY).putLong(key).putInt(frame.length).putInt(checksum(key, frame));
    return out.put(frame).array();
  }

  static Optional<Header> header(byte[] octets) {
    ByteBuffer in = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    if (octets.length < HEADER || in.getInt() != MAGIC || in.getInt() != BODY) {
      return Optional.empty();
    }
    return Optional.of(new Header(in.getLong(), in.getInt(), in.getInt()))
        .filter(header -> header.length() > 0 && header.length() <= LARGEST);
  }

  /** The JSON in a frame; empty if it is none. */
  static Optional<byte[]> unpacked(byte[] frame) {
    try {
      long size = Zstd.getFrameContentSize(frame);
      return size < 0 || size > LARGEST
          ? Optional.empty()
          : Optional.of(Zstd.decompress(frame, (int) size));
    } catch (ZstdException e) {
      return Optional.empty();
    }
  }

  private static int checksum(long key, byte[] frame) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(key).flip());
    crc.update(frame);
    return (int) crc.getValue();
  }
}
