package dev.smtpscope.judge.software;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line that the server said, made ready for comparison: host names stand as {@code HOST} and
 * address literals as {@code [IP]}, so that a name chosen by the operator never looks like a
 * product's.
 *
 * @param raw as it came
 * @param words as they came, but for the placeholders
 * @param text the words with one space between them
 * @param lower the text in lower case, character for character
 */
record Line(Place place, String raw, List<String> words, String text, String lower) {
  private static final int LONGEST = 512;
  private static final String OPENING = "(<\"'";
  private static final String CLOSING = ",;:.!?)>\"'";

  /** The line {@code text}; {@code ownName} is what the server calls itself, "" if not known. */
  static Line of(Place place, String text, String ownName) {
    String raw = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<String> words = new ArrayList<>();
    for (String word : raw.strip().split(" ", -1)) {
      if (!word.isEmpty() || words.isEmpty()) {
        words.add(normal(word, ownName));
      }
    }
    String normal = String.join(" ", words);
    return new Line(place, raw.strip(), List.copyOf(words), normal, lower(normal));
  }

  private static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() == text.length() ? lower : text;
  }

  private static String normal(String word, String ownName) {
    int start = 0;
    while (start < word.length() && OPENING.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    int end = word.length();
    while (end > start && CLOSING.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    String core = word.substring(start, end);
    return word.substring(0, start) + placeholder(core, ownName) + word.substring(end);
  }

  private static String placeholder(String core, String ownName) {
    if (isHostName(core) || (!core.isEmpty() && core.equalsIgnoreCase(ownName))) {
      return "HOST";
    }
    boolean literal = core.length() > 4 && core.startsWith("[") && core.endsWith("]");
    return literal && (core.contains(".") || core.contains(":")) ? "[IP]" : core;
  }

  /** Whether {@code word} has labels as a host name has, the last of them no number. */
  static boolean isHostName(String word) {
    int dot = word.lastIndexOf('.');
    if (dot <= 0) {
      return false;
    }
    return (isTopLevel(word, dot + 1) || word.startsWith("xn--", dot + 1)) && hasLabels(word);
  }

  private static boolean isTopLevel(String word, int start) {
    for (int i = start; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return word.length() - start > 1;
  }

  private static boolean hasLabels(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c) && ".-_".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
