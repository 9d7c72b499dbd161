package dev.smtpscope.facts.dns;

import dev.smtpscope.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Domain names as zone files write them (RFC 1035 section 5.1). */
final class MasterFileText {
  private static final String SPECIAL = ".\\\"();@$";

  private MasterFileText() {}

  static String write(List<String> labels) {
    return labels.isEmpty()
        ? "."
        : labels.stream().map(MasterFileText::escaped).collect(Collectors.joining("."));
  }

  /** The labels in lower case, their octets as ISO 8859-1. */
  static List<String> read(String text) {
    List<String> labels = new ArrayList<>();
    if (!text.equals(".")) {
      StringBuilder label = new StringBuilder();
      int at = 0;
      while (at < text.length()) {
        if (text.charAt(at) == '.') {
          labels.add(lowerCase(label));
          label.setLength(0);
          at++;
        } else {
          at += octet(text, at, label);
        }
      }
      labels.add(lowerCase(label));
      dropTrailingDot(labels);
      insist(DnsName.fits(labels) && !labels.isEmpty(), text);
    }
    return List.copyOf(labels);
  }

  /** ASCII letters alone have two cases in the DNS (RFC 4343). */
  private static String lowerCase(StringBuilder label) {
    StringBuilder out = new StringBuilder(label.length());
    label.chars().forEach(c -> out.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return out.toString();
  }

  private static void dropTrailingDot(List<String> labels) {
    if (labels.size() > 1 && labels.getLast().isEmpty()) {
      labels.removeLast();
    }
  }

  /** Reads one octet at {@code at} and tells how many characters it took. */
  private static int octet(String text, int at, StringBuilder label) {
    char c = text.charAt(at);
    if (c != '\\') {
      insist(c > 0x20 && c < 0x7f, text);
      label.append(c);
      return 1;
    }
    insist(at + 1 < text.length(), text);
    if (!isDigit(text.charAt(at + 1))) {
      label.append(text.charAt(at + 1));
      insist(text.charAt(at + 1) > 0x20 && text.charAt(at + 1) < 0x7f, text);
      return 2;
    }
    label.append(decimal(text, at + 1));
    return 4;
  }

  private static char decimal(String text, int at) {
    insist(
        at + 3 <= text.length()
            && text.substring(at, at + 3).chars().allMatch(MasterFileText::isDigit),
        text);
    int octet = Integer.parseInt(text.substring(at, at + 3));
    insist(octet < 256, text);
    return (char) octet;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static String escaped(String label) {
    StringBuilder out = new StringBuilder(label.length());
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c <= 0x20 || c >= 0x7f) {
        out.append(String.format(Locale.ROOT, "\\%03d", (int) c));
      } else {
        out.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    return out.toString();
  }

  private static void insist(boolean right, String text) {
    if (!right) {
      throw new IllegalArgumentException("not a domain name: " + Visible.ofText(text));
    }
  }
}
