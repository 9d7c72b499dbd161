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
    if (left == 0) {
      return -1;
    }
    int at = (int) ((octets.length - left % octets.length) % octets.length);
    left--;
    return octets[at] & 0xff;
  }
}
