package dev.smtpscope.facts;

/**
 * Something the server did that the protocol does not allow, though the conversation went on.
 *
 * @param evidence the bytes it rests on, in visible form, bounded
 */
public record Anomaly(Kind kind, Stage stage, String evidence) {
  /** What was out of order. */
  public enum Kind {
    /** A line that ended in LF alone (RFC 5321 section 2.3.8). */
    BARE_LF,
    /** A CR that was not followed by LF. */
    BARE_CR,
    /** Lines of one reply with different codes (section 4.2.1). */
    DIFFERING_CODES,
    /** A reply line longer than 512 octets (section 4.5.3.1.5). */
    OVERLONG_LINE,
    /** A code whose first digit is not 2 to 5. */
    CODE_OUT_OF_RANGE,
    /** A code that is followed by neither space, hyphen nor the line's end. */
    BAD_SEPARATOR,
    /** A control or NUL byte in a reply. */
    CONTROL_BYTE,
    /** A line within a multi-line reply that does not begin with a code. */
    STRAY_LINE,
    /** More came than was asked for: a second reply before the next command. */
    UNASKED_REPLY,
    /** Plain-text bytes after the 220 to STARTTLS (RFC 3207; a sign of an injection hole). */
    BYTES_AFTER_STARTTLS
  }
}
