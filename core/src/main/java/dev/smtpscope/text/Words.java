package dev.smtpscope.text;

import java.time.Duration;
import java.util.List;

/** Numbers and lists as they stand in a sentence. */
public final class Words {
  private Words() {}

  /** A number with its noun, which takes a plural s: {@code 1 port}, {@code 3 ports}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /**
   * A length of time in the unit that fits it: {@code 12 ms}, {@code 1.5 s}, {@code 10 s}, {@code 5
   * min}, {@code 63 days}. Parts of the last digit are cut off, never rounded up.
   */
  public static String duration(Duration length) {
    long millis = length.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 10_000 && millis % 1000 >= 100) {
      return millis / 1000 + "." + millis % 1000 / 100 + " s";
    }
    if (length.toMinutes() < 2) {
      return length.toSeconds() + " s";
    }
    return length.toDays() < 1 ? length.toMinutes() + " min" : count(length.toDays(), "day");
  }

  /** The items joined by commas, and {@code and} before the last. */
  public static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** At most {@code limit} characters of {@code text}, with an ellipsis where it was cut. */
  public static String shortened(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit - 1).stripTrailing() + "…";
  }
}
