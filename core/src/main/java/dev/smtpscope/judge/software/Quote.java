package dev.smtpscope.judge.software;

/** Quotes a line as evidence, bounded. */
final class Quote {
  private static final int LONGEST = 80;

  private Quote() {}

  /** Such as {@code the greeting says "ESMTP Postfix"}. */
  static String of(Place place, String raw) {
    return place.label() + " says \"" + cut(raw) + "\"";
  }

  /** {@code text}, cut where it is too long to read. */
  static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
