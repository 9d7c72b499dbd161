package dev.smtpscope.probe.tls;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a session ends that was held for what it leaves behind: with the reply to QUIT, whether or
 * not the server then closes the connection.
 *
 * @param greeted whether the server has sent its greeting before TLS
 * @param patience how long to wait for what the server says, once hands are shaken
 */
public record Parting(boolean greeted, Duration patience) {
  private static final int MOST_READS = 200;

  /** What is left of a session. */
  interface Talk {
    void quit() throws IOException;

    /** What came next, which may be nothing; empty at the end. */
    Optional<byte[]> hear() throws IOException;
  }

  /** Tickets of TLS 1.3 come with what the server says next. */
  void from(Talk talk) {
    try {
      if (greeted || isReplied(talk)) {
        talk.quit();
        isReplied(talk);
      }
    } catch (IOException e) {
      // what was noted until then remains
    }
  }

  private static boolean isReplied(Talk talk) throws IOException {
    ReplyEnd end = new ReplyEnd();
    for (int i = 0; i < MOST_READS; i++) {
      Optional<byte[]> octets = talk.hear();
      if (octets.isEmpty() || end.isIn(octets.get())) {
        return octets.isPresent();
      }
    }
    return false;
  }

  /** Listens for the last line of a reply (RFC 5321 section 4.2.1). */
  private static final class ReplyEnd {
    private static final int AFTER_CODE = 3;

    private int column;
    private boolean more;

    boolean isIn(byte[] octets) {
      for (byte octet : octets) {
        if (octet == '\n' && !more) {
          return true;
        }
        more = column == AFTER_CODE ? octet == '-' : more && octet != '\n';
        column = octet == '\n' ? 0 : column + 1;
      }
      return false;
    }
  }
}
