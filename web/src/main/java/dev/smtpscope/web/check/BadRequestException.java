package dev.smtpscope.web.check;

/** The words of a request are no request; the message is one line for whoever asked. */
public final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  public BadRequestException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field to blame, such as {@code ports}. */
  public String field() {
    return field;
  }
}
