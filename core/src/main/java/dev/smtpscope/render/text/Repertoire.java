package dev.smtpscope.render.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text within the characters that the output can show. */
final class Repertoire {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Repertoire() {}

  /** {@code text} as it is, or in ASCII with every other character as the bytes of its UTF-8. */
  static String fit(String text, boolean unicode) {
    if (unicode || text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(codePoint -> append(out, codePoint));
    return out.toString();
  }

  private static void append(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case '…' -> out.append("...");
      case '–', '—' -> out.append('-');
      case '’' -> out.append('\'');
      default -> appendOther(out, codePoint);
    }
  }

  private static void appendOther(StringBuilder out, int codePoint) {
    if (codePoint < 0x80) {
      out.appendCodePoint(codePoint);
      return;
    }
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      out.append("\\x").append(HEX.toHexDigits(b));
    }
  }
}
