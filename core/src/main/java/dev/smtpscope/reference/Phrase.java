package dev.smtpscope.reference;

import java.util.List;
import java.util.Optional;

/**
 * Words to be found in a reply. They match whole words only, never a part of a host name. Matching
 * takes time linear in the text for each word.
 *
 * @param parts in this order, with at most {@link #GAP} characters in between
 */
record Phrase(List<String> parts) {
  static final int GAP = 60;

  static Phrase of(String text) {
    return new Phrase(List.of(text.split(" \\* ")));
  }

  /** Where the phrase stands in {@code text}, which is in lower case. */
  Optional<Span> in(String text) {
    for (int from = 0; ; ) {
      Optional<Span> first = find(text, parts.getFirst(), from, text.length());
      if (first.isEmpty()) {
        return first;
      }
      Optional<Span> whole = rest(text, first.get());
      if (whole.isPresent()) {
        return whole;
      }
      from = first.get().end();
    }
  }

  private Optional<Span> rest(String text, Span first) {
    int end = first.end();
    for (String part : parts.subList(1, parts.size())) {
      Optional<Span> next = find(text, part, end, end + GAP);
      if (next.isEmpty()) {
        return next;
      }
      end = next.get().end();
    }
    return Optional.of(new Span(first.start(), end));
  }

  private static Optional<Span> find(String text, String part, int from, int limit) {
    boolean open = part.endsWith("+");
    String words = open ? part.substring(0, part.length() - 1) : part;
    boolean hostName = words.contains(".");
    for (int at = text.indexOf(words, from); at >= 0 && at <= limit; ) {
      int end = open ? wordEnd(text, at + words.length()) : at + words.length();
      if (startsWord(text, at, hostName) && endsWord(text, end)) {
        return Optional.of(new Span(at, end));
      }
      at = text.indexOf(words, at + 1);
    }
    return Optional.empty();
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isWordLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean startsWord(String text, int at, boolean hostName) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    return !isWordLetter(before) && before != '@' && before != '-' && (hostName || before != '.');
  }

  private static boolean endsWord(String text, int end) {
    if (end >= text.length()) {
      return true;
    }
    char after = text.charAt(end);
    boolean joins = after == '.' || after == '-';
    boolean goesOn = joins && end + 1 < text.length() && isWordLetter(text.charAt(end + 1));
    return !isWordLetter(after) && after != '@' && !goesOn;
  }

  private static boolean isWordLetter(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** From {@code start} up to but not including {@code end}. */
  record Span(int start, int end) {}
}
