package dev.smtpscope.probe.dialogue;

import dev.smtpscope.facts.PeerProtocol;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells a protocol from the first bytes a peer sends. */
public final class PeerProtocols {
  private static final int LOOK_AT = 64;

  private PeerProtocols() {}

  /** What {@code beginning} looks like. */
  public static PeerProtocol guess(byte[] beginning) {
    if (isTlsRecord(beginning)) {
      return PeerProtocol.TLS;
    }
    int length = Math.min(beginning.length, LOOK_AT);
    String text =
        new String(beginning, 0, length, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    if (text.startsWith("SSH-")) {
      return PeerProtocol.SSH;
    }
    if (text.startsWith("HTTP/") || text.startsWith("<HTML") || text.startsWith("<!DOCTYPE HTML")) {
      return PeerProtocol.HTTP;
    }
    if (text.startsWith("* OK")
        || text.startsWith("* PREAUTH")
        || text.startsWith("* BYE")
        || text.startsWith("* BAD")) {
      return PeerProtocol.IMAP;
    }
    if (text.startsWith("+OK") || text.startsWith("-ERR")) {
      return PeerProtocol.POP3;
    }
    return text.matches("(?s)[2-5]\\d\\d[ -].*") ? PeerProtocol.SMTP : PeerProtocol.UNKNOWN;
  }

  /** Whether a TLS record of any version may begin so (RFC 8446 section 5.1). */
  public static boolean isTlsRecord(byte[] beginning) {
    return beginning.length >= 2
        && beginning[0] >= 20
        && beginning[0] <= 24
        && beginning[1] == 3
        && (beginning.length < 3 || beginning[2] <= 4);
  }
}
