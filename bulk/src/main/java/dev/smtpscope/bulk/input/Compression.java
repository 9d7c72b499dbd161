package dev.smtpscope.bulk.input;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What a file is by its first octets, whatever its name. */
final class Compression {
  private static final int PEEKED = 4;
  private static final int SKIPPABLE_FRAME = 0x184d2a50;

  private Compression() {}

  /** The text in {@code in}, unpacked if it is packed. */
  static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
    buffered.mark(PEEKED);
    byte[] start = buffered.readNBytes(PEEKED);
    buffered.reset();
    int magic = magic(start);
    if (isZstd(magic)) {
      return new ZstdInputStreamNoFinalizer(buffered);
    }
    if ((magic & 0xffff) == 0x8b1f) {
      return new GzipMembers(buffered);
    }
    Optional<String> other = foreign(magic);
    if (other.isPresent()) {
      throw new ForeignFormatException(other.get());
    }
    return buffered;
  }

  private static int magic(byte[] start) {
    int magic = 0;
    for (int i = 0; i < start.length; i++) {
      magic |= (start[i] & 0xff) << (8 * i);
    }
    return magic;
  }

  private static boolean isZstd(int magic) {
    return magic == 0xfd2fb528 || (magic & 0xfffffff0) == SKIPPABLE_FRAME;
  }

  private static Optional<String> foreign(int magic) {
    return switch (magic) {
      case 0x587a37fd -> Optional.of("packed with xz");
      case 0x04034b50 -> Optional.of("a zip archive");
      default ->
          switch (magic & 0xffff) {
            case 0xfeff, 0xfffe -> Optional.of("UTF-16 text");
            default ->
                Optional.ofNullable((magic & 0xffffff) == 0x685a42 ? "packed with bzip2" : null);
          };
    };
  }

  /** The file is of a kind that is known and not read. */
  static final class ForeignFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignFormatException(String kind) {
      super(kind);
    }
  }
}
