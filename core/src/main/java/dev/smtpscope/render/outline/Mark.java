package dev.smtpscope.render.outline;

import dev.smtpscope.judge.Severity;
import java.util.Optional;

/** How a line stands, for a glyph or a colour beside words that say the same. */
public enum Mark {
  GOOD("✓", "+"),
  INFO("i", "i"),
  NOTICE("·", "-"),
  WARNING("!", "!"),
  ERROR("✗", "x"),
  /** Not known. */
  OPEN("–", "-"),
  /** The line is not rated at all. */
  NONE(" ", " ");

  private final String glyph;
  private final String ascii;

  Mark(String glyph, String ascii) {
    this.glyph = glyph;
    this.ascii = ascii;
  }

  /** One column wide. */
  public String glyph(boolean unicode) {
    return unicode ? glyph : ascii;
  }

  /** The mark of a severity. */
  public static Mark of(Severity severity) {
    return switch (severity) {
      case INFO -> INFO;
      case NOTICE -> NOTICE;
      case WARNING -> WARNING;
      case ERROR -> ERROR;
    };
  }

  /** The mark of the worst finding; {@code otherwise} where there is none. */
  public static Mark of(Optional<Severity> worst, Mark otherwise) {
    return worst.map(Mark::of).orElse(otherwise);
  }
}
