package dev.smtpscope.json;

/**
 * What was to be read is no saved report. The message is one line: what is wrong, where, and what
 * would be right.
 */
public final class InvalidReportException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidReportException(String message) {
    super(message);
  }
}
