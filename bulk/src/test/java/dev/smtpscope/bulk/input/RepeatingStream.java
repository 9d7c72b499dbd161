package dev.smtpscope.bulk.input;

import java.io.InputStream;

/** The same octets many times over. */
final class RepeatingStream extends InputStream {
  private final byte[] octets;
  private long left;

  RepeatingStream(byte[] octets, long times) {
    this.octets = octets;
    this.left = octets.length * times;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    int at = (int) ((octets.length - left % octets.length) % octets.length);
    int count = Math.min(length, octets.length - at);
    System.arraycopy(octets, at, out, offset, count);
    left -= count;
    return count;
  }
}
