package dev.smtpscope.probe.hello;

import java.util.Arrays;

/** The record layer in the clear (RFC 8446 section 5.1). */
public final class Records {
  public static final int CHANGE_CIPHER_SPEC = 20;
  public static final int ALERT = 21;
  public static final int HANDSHAKE = 22;
  public static final int APPLICATION_DATA = 23;
  public static final int HEARTBEAT = 24;

  /** The most octets that a record may carry. */
  public static final int LONGEST = 1 << 14;

  private Records() {}

  /** {@code content} in as few records as it fits into. */
  public static byte[] encode(int type, int version, byte[] content) {
    return encode(type, version, content, LONGEST);
  }

  /** {@code content} in records of at most {@code longest} octets, 1 to {@link #LONGEST}. */
  public static byte[] encode(int type, int version, byte[] content, int longest) {
    if (longest < 1 || longest > LONGEST) {
      throw new IllegalArgumentException("records of " + longest + " octets");
    }
    return OctetWriter.write(w -> {
      for (int from = 0; from < content.length; from += longest) {
        byte[] part = Arrays.copyOfRange(content, from, Math.min(content.length, from + longest));
        w.number(1, type).number(2, version).vector(2, v -> v.bytes(part));
      }
    });
  }
}
