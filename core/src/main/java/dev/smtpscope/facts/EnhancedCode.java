package dev.smtpscope.facts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced status code (RFC 3463), such as 5.7.1.
 *
 * @param statusClass 2, 4 or 5
 * @param subject 0 to 999
 * @param detail 0 to 999
 */
public record EnhancedCode(int statusClass, int subject, int detail) {
  private static final Pattern LEADING =
      Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})(?: .*|$)");

  /** The code that {@code text} begins with. */
  public static Optional<EnhancedCode> leading(String text) {
    Matcher m = LEADING.matcher(text);
    return m.matches()
        ? Optional.of(new EnhancedCode(number(m, 1), number(m, 2), number(m, 3)))
        : Optional.empty();
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  @Override
  public String toString() {
    return statusClass + "." + subject + "." + detail;
  }
}
