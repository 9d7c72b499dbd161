package dev.smtpscope.render.markdown;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Text that a Markdown reader shows as it is (CommonMark 0.31, GitHub's tables and autolinks).
 * Nothing in it can become a heading, link, image, HTML or the end of a cell.
 */
final class Markup {
  private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|~&=:\"'$";

  private Markup() {}

  /** Running text. Words that GitHub would turn into links by themselves stand as code. */
  static String text(String text) {
    return Arrays.stream(text.strip().split(" +", -1))
        .map(word -> isLink(word) ? code(word) : escaped(word))
        .collect(Collectors.joining(" "));
  }

  /** Text within a table's cell. */
  static String cell(String text) {
    return Arrays.stream(text.strip().split(" +", -1))
        .map(word -> isLink(word) ? code(word).replace("|", "\\|") : escaped(word))
        .collect(Collectors.joining(" "));
  }

  /** A code span with a fence longer than any run of backticks within. */
  static String code(String text) {
    if (text.isBlank()) {
      return "";
    }
    String fence = "`".repeat(longestRun(text) + 1);
    return fence + " " + text + " " + fence;
  }

  /** The fence of a code block that {@code lines} can't close. */
  static String fence(Iterable<String> lines) {
    int longest = 2;
    for (String line : lines) {
      longest = Math.max(longest, longestRun(line));
    }
    return "`".repeat(longest + 1);
  }

  private static boolean isLink(String word) {
    return word.contains("://") || word.contains("@") || word.contains("www.");
  }

  private static String escaped(String word) {
    StringBuilder out = new StringBuilder(word.length() + 8);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (SPECIAL.indexOf(c) >= 0 && !isInner(word, i)) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  /**
   * Marks that mean nothing between two letters or digits are left alone, so that it reads well.
   */
  private static boolean isInner(String word, int at) {
    return "-.:'".indexOf(word.charAt(at)) >= 0
        && at > 0
        && at + 1 < word.length()
        && isPlain(word.charAt(at - 1))
        && isPlain(word.charAt(at + 1))
        && !word.substring(0, at).chars().allMatch(Character::isDigit);
  }

  private static boolean isPlain(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
