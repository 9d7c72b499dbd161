package dev.smtpscope.render.markdown;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Text that a Markdown reader shows as it is (CommonMark 0.31, GitHub's tables and autolinks).
 * Nothing in it can become a heading, link, image, HTML or the end of a cell.
 */
final class Markup {
  private static final String ALWAYS = "\\`*[]<>|~&$";
  private static final String AT_START = "#-+=";

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
      if (isMarkup(word, i)) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isMarkup(String word, int at) {
    char c = word.charAt(at);
    return ALWAYS.indexOf(c) >= 0
        || (at == 0 && AT_START.indexOf(c) >= 0)
        || (c == '_' && !isInner(word, at))
        || ((c == '.' || c == ')') && endsNumber(word, at));
  }

  private static boolean isInner(String word, int at) {
    return at > 0
        && at + 1 < word.length()
        && Character.isLetterOrDigit(word.charAt(at - 1))
        && Character.isLetterOrDigit(word.charAt(at + 1));
  }

  /** Whether the mark would make the number before it a list item's. */
  private static boolean endsNumber(String word, int at) {
    return at > 0
        && at + 1 == word.length()
        && word.substring(0, at).chars().allMatch(Character::isDigit);
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
