package dev.smtpscope.facts;

import java.util.List;
import java.util.Optional;

/**
 * One SMTP reply (RFC 5321 section 4.2).
 *
 * @param code of the last line, 200 to 599 in a well-formed reply
 * @param lines the texts without code and separator, in visible form; at least one
 */
public record Reply(int code, List<String> lines) {
  public Reply {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a reply has at least one line");
    }
  }

  /** Whether the code is 2xx. */
  public boolean isPositive() {
    return code / 100 == 2;
  }

  /** Whether the code is of a class that has a meaning, 2xx to 5xx (section 4.2.1). */
  public boolean isUsable() {
    return code >= 200 && code <= 599;
  }

  /** Whether the code is 4xx: the same may succeed later. */
  public boolean isTransient() {
    return code / 100 == 4;
  }

  /** Whether the code is 5xx. */
  public boolean isPermanent() {
    return code / 100 == 5;
  }

  /** The enhanced status code that the first line begins with, where it has one. */
  public Optional<EnhancedCode> enhanced() {
    return EnhancedCode.leading(lines.getFirst());
  }

  /** All texts in one line. */
  public String text() {
    return String.join(" ", lines);
  }

  /** Code and texts in one line, as a person would quote it. */
  public String line() {
    return (code + " " + text()).strip();
  }
}
