package dev.smtpscope.target;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A DNS host name in A-label form, lower case, without a trailing dot (RFC 1123, 5890). Underscores
 * are accepted because names with them are seen in the field.
 *
 * @param ascii 1 to 253 octets, labels of 1 to 63
 */
public record HostName(String ascii) implements Comparable<HostName> {
  private static final Pattern LABEL = Pattern.compile("(?!-)[a-z0-9_-]{1,63}(?<!-)");

  public HostName {
    ascii = ascii.toLowerCase(Locale.ROOT);
    if (ascii.length() > 253
        || !List.of(ascii.split("\\.", -1)).stream().allMatch(HostName::isLabel)) {
      throw new IllegalArgumentException("not a host name: " + ascii);
    }
  }

  private static boolean isLabel(String label) {
    return LABEL.matcher(label).matches();
  }

  /** The labels, left to right. */
  public List<String> labels() {
    return List.of(ascii.split("\\."));
  }

  /** The name as a person writes it, with U-labels where it has A-labels. */
  public String unicode() {
    return ascii.contains("xn--") ? Idn.toUnicode(ascii) : ascii;
  }

  @Override
  public int compareTo(HostName other) {
    return ascii.compareTo(other.ascii);
  }

  @Override
  public String toString() {
    return ascii;
  }
}
