package dev.smtpscope.render.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/** How much room text takes on a terminal, and how it is broken to fit. */
final class Columns {
  private Columns() {}

  /** The columns that {@code text} takes. */
  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
  }

  /** {@code text} followed by spaces up to {@code width}. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /**
   * Breaks {@code text} at spaces into lines of at most {@code room} columns, and within a word
   * only where it is longer than a line. At least one line; {@code room} is at least 2.
   */
  static List<String> wrap(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +", -1)) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      breakLong(line, room, lines);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * Breaks {@code text} after the last space that is not far from the end of the line, else at the
   * last column. All spaces are kept.
   */
  static List<String> chop(String text, int room, int restRoom) {
    List<String> lines = new ArrayList<>();
    StringBuilder rest = new StringBuilder(text);
    int here = room;
    while (width(rest.toString()) > here) {
      int end = breakingPoint(rest, here);
      lines.add(rest.substring(0, end));
      rest.delete(0, end);
      here = restRoom;
    }
    lines.add(rest.toString());
    return lines;
  }

  private static int breakingPoint(StringBuilder text, int room) {
    int end = fitting(text, room);
    int space = text.lastIndexOf(" ", end - 1);
    return space > end / 2 ? space + 1 : end;
  }

  private static void breakLong(StringBuilder line, int room, List<String> lines) {
    while (width(line.toString()) > room) {
      int end = fitting(line, room);
      lines.add(line.substring(0, end));
      line.delete(0, end);
    }
  }

  private static int fitting(CharSequence text, int room) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int codePoint = Character.codePointAt(text, end);
      used += width(codePoint);
      if (used > room) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return Math.max(end, Character.charCount(Character.codePointAt(text, 0)));
  }
}
