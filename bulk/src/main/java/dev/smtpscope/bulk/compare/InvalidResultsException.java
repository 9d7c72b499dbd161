package dev.smtpscope.bulk.compare;

/** A folder does not hold what can be compared; the message is one line that says what would do. */
public final class InvalidResultsException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidResultsException(String message) {
    super(message);
  }

  InvalidResultsException(String message, Throwable cause) {
    super(message, cause);
  }
}
