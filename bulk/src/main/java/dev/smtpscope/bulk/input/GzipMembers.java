package dev.smtpscope.bulk.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The members of a gzip file, one after the other (RFC 1952, section 2.2). The JDK's own stream
 * ends in silence at a member whose header is damaged, and at a pipe that has nothing to say yet;
 * here only zeros may follow the last member.
 */
final class GzipMembers extends InputStream {
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[16 * 1024];
  private int filled;
  private boolean ended;

  /** Reads the header of the first member. {@code in} is closed with this stream. */
  GzipMembers(InputStream in) throws IOException {
    this.in = new BufferedInputStream(in);
    header(this.in.read());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    while (!ended && length > 0) {
      int got = inflate(out, offset, length);
      if (got > 0) {
        checksum.update(out, offset, got);
        return got;
      }
      if (inflater.finished()) {
        nextMember();
      } else {
        fill();
      }
    }
    return ended ? -1 : 0;
  }

  private int inflate(byte[] out, int offset, int length) throws IOException {
    try {
      int got = inflater.inflate(out, offset, length);
      if (got == 0 && inflater.needsDictionary()) {
        throw new ZipException("it asks for a dictionary");
      }
      return got;
    } catch (DataFormatException e) {
      throw new ZipException(e.getMessage());
    }
  }

  private void fill() throws IOException {
    in.mark(buffer.length);
    filled = in.read(buffer);
    if (filled < 0) {
      throw new EOFException();
    }
    inflater.setInput(buffer, 0, filled);
  }

  private void nextMember() throws IOException {
    giveBack(inflater.getRemaining());
    if (number() != checksum.getValue() || number() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("a checksum does not match");
    }
    inflater.reset();
    checksum.reset();
    int first = firstAfterZeros();
    ended = first < 0;
    if (!ended) {
      header(first);
    }
  }

  private void giveBack(int unread) throws IOException {
    in.reset();
    in.skipNBytes(filled - unread);
  }

  private int firstAfterZeros() throws IOException {
    int first = in.read();
    while (first == 0) {
      first = in.read();
    }
    return first;
  }

  private void header(int first) throws IOException {
    if (first != 0x1f || octet() != 0x8b || octet() != DEFLATE) {
      throw new ZipException("what follows is no gzip data");
    }
    int flags = octet();
    in.skipNBytes(6);
    if ((flags & EXTRA) != 0) {
      in.skipNBytes(octet() | octet() << 8);
    }
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    in.skipNBytes((flags & HEADER_CHECKSUM) == 0 ? 0 : 2);
  }

  private void skipText(boolean present) throws IOException {
    int octet = present ? octet() : 0;
    while (octet != 0) {
      octet = octet();
    }
  }

  private long number() throws IOException {
    return octet() | octet() << 8 | octet() << 16 | (long) octet() << 24;
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException();
    }
    return octet;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
