package dev.smtpscope.target;

/**
 * The user's words do not name a target. The message is one line: what is wrong and what would be
 * right.
 */
public final class InvalidTargetException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidTargetException(String message) {
    super(message);
  }
}
