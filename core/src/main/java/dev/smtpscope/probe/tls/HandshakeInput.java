package dev.smtpscope.probe.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** What the server sends in a handshake: counted, bounded, its beginning kept. */
final class HandshakeInput extends InputStream {
  static final int MAX_OCTETS = 524_288;
  private static final int KEEP = 200;

  private final InputStream source;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(KEEP);
  private long octets;
  private boolean bounded = true;
  private boolean ended;

  HandshakeInput(InputStream source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (bounded && octets > MAX_OCTETS) {
      throw new TooMuchException();
    }
    int count = source.read(buffer, offset, length);
    ended |= count < 0;
    if (count > 0) {
      octets += count;
      beginning.write(buffer, offset, Math.min(count, KEEP - Math.min(KEEP, beginning.size())));
    }
    return count;
  }

  @Override
  public int available() throws IOException {
    return source.available();
  }

  /** The handshake is over: what follows is bounded by whoever reads it. */
  void unbounded() {
    bounded = false;
  }

  boolean ended() {
    return ended;
  }

  boolean isExcessive() {
    return bounded && octets > MAX_OCTETS;
  }

  byte[] beginning() {
    return beginning.toByteArray();
  }

  private static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
