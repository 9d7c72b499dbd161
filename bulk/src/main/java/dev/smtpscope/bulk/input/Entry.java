package dev.smtpscope.bulk.input;

import dev.smtpscope.target.Target;

/** What a line of the input holds; blank lines and comments hold nothing. */
public sealed interface Entry {
  /** The number of the line it begins on, from 1. */
  long line();

  /** A target to look at. */
  record Wanted(long line, Target target) implements Entry {}

  /**
   * A line that names no target.
   *
   * @param text what it says, in visible form, shortened to {@link #LONGEST_TEXT} characters
   * @param why what is wrong and what would be right, in one line
   */
  record Rejected(long line, String text, String why) implements Entry {
    /** The most characters that are kept of a line's text. */
    public static final int LONGEST_TEXT = 200;
  }
}
