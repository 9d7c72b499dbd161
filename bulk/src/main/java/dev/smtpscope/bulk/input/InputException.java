package dev.smtpscope.bulk.input;

/**
 * The list of targets cannot be read, or not to its end. The message is one line: what is wrong,
 * where, and what would be right. What was read before stands.
 */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
