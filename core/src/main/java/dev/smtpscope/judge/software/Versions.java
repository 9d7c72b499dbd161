package dev.smtpscope.judge.software;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the version that follows a product's name. */
final class Versions {
  private static final Set<String> LEADS = Set.of("version", "release", "v", "proxy", "suite");

  private Versions() {}

  /**
   * The version at the beginning of {@code text}: digits, letters and dots that begin with a digit,
   * after a bracket, a slash or a word such as "Version". A number without a dot is none: it may be
   * a date.
   */
  static Optional<String> leading(String text) {
    int start = skipSeparators(text, 0);
    int end = wordEnd(text, start);
    while (end > start && LEADS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
      start = skipSeparators(text, end);
      end = wordEnd(text, start);
    }
    return version(text.substring(start, end));
  }

  private static Optional<String> version(String word) {
    boolean lettered = word.length() > 2 && word.startsWith("v") && digitAt(word, 1);
    String number = trimDots(lettered ? word.substring(1) : word);
    return digitAt(number, 0) && number.contains(".") ? Optional.of(number) : Optional.empty();
  }

  private static String trimDots(String word) {
    return word.endsWith(".") ? trimDots(word.substring(0, word.length() - 1)) : word;
  }

  private static boolean digitAt(String word, int at) {
    return at < word.length() && Character.isDigit(word.charAt(at));
  }

  private static int skipSeparators(String text, int from) {
    int at = from;
    while (at < text.length() && " (/,:-;[".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_';
  }
}
