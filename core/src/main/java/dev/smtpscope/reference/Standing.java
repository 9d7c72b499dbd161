package dev.smtpscope.reference;

import java.util.Locale;

/** What authority a term rests on. */
public enum Standing {
  /** Defined by an RFC or its registry. */
  STANDARD("standard"),
  /** Defined by an experimental RFC. */
  EXPERIMENTAL("experimental"),
  /** Defined once, since withdrawn or replaced. */
  OBSOLETE("obsolete"),
  /** Seen in the field, in no RFC. */
  FIELD("seen in the field, in no RFC"),
  /** Not in this reference; judged by its form alone. */
  UNKNOWN("unknown, judged by its form");

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  /** A few words for people. */
  public String label() {
    return label;
  }

  static Standing of(Block block) {
    return valueOf(block.one("standing").toUpperCase(Locale.ROOT));
  }
}
