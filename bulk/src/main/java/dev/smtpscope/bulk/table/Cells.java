package dev.smtpscope.bulk.table;

import java.math.BigDecimal;
import java.util.Optional;

/** How values stand in cells of CSV. */
public final class Cells {
  /** What a spreadsheet takes for the beginning of a formula; also in full width. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private Cells() {}

  static String of(Optional<?> value) {
    return value.map(Cells::text).orElse("");
  }

  private static String text(Object value) {
    return switch (value) {
      case String text -> harmless(text);
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }

  /** The text, with an apostrophe before it where a spreadsheet would take it for a formula. */
  public static String harmless(String text) {
    String begin = text.stripLeading();
    boolean formula =
        !text.isEmpty()
            && (FORMULA.indexOf(text.charAt(0)) >= 0
                || (!begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0));
    return formula ? "'" + text : text;
  }
}
