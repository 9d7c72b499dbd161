package dev.smtpscope.bulk.store;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * Lines in zstd frames, one frame for each batch; the frames one after the other are a valid zstd
 * file. For one thread at a time.
 */
final class Frames implements Closeable {
  private static final int LEVEL = 1;

  private final StoreFile file;
  private final ZstdOutputStreamNoFinalizer zstd;
  private final CRC32C checksum = new CRC32C();
  private boolean open;
  private boolean closed;

  Frames(StoreFile file) throws IOException {
    this.file = file;
    this.zstd = new ZstdOutputStreamNoFinalizer(new Sink(), LEVEL);
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
    closed = true;
    try (file) {
      zstd.close();
    }
  }

  private final class Sink extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      if (!closed) {
        file.append(octets, offset, length);
        checksum.update(octets, offset, length);
      }
    }
  }
}
