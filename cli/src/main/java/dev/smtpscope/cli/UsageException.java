package dev.smtpscope.cli;

/** The user asked for something that can't be; the message is one line that says what would do. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
