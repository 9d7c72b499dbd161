package dev.smtpscope.bulk.store;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.Closeable;
import java.io.IOException;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Lines in zstd frames, one frame for each batch; the frames one after the other are a valid zstd
 * file. For one thread at a time.
 */
final class Frames implements Closeable {
  private static final int LEVEL = 1;

  private final StoreFile file;
  private final Appending sink;
  private final ZstdOutputStreamNoFinalizer zstd;
  private final CRC32C checksum = new CRC32C();
  private boolean open;

  Frames(StoreFile file) throws IOException {
    this.file = file;
    this.sink = new Appending(file);
    this.zstd = new ZstdOutputStreamNoFinalizer(new CheckedOutputStream(sink, checksum), LEVEL);
    zstd.setChecksum(true).setCloseFrameOnFlush(true);
  }

  void write(byte[] octets) throws IOException {
    open = true;
    zstd.write(octets, 0, octets.length);
  }

  /** Ends the frame of this batch and waits until it is on the disk. */
  Span endFrame() throws IOException {
    if (open) {
      zstd.flush();
      file.sync();
      open = false;
    }
    Span span = new Span(file.length(), (int) checksum.getValue());
    checksum.reset();
    return span;
  }

  /** Leaves a frame that was not ended as it is; it is cut off when the file is used again. */
  @Override
  public void close() throws IOException {
    sink.letGo();
    try (file) {
      zstd.close();
    }
  }
}
