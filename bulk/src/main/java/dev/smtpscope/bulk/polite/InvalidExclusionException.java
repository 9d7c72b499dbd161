package dev.smtpscope.bulk.polite;

/** A line is no exclusion. The message is one line: where, what, and what would be right. */
public final class InvalidExclusionException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidExclusionException(String message) {
    super(message);
  }
}
