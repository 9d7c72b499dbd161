package dev.smtpscope.cli;

/** The user asked for something that can't be; the message is one line that says what would do. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  public UsageException(String what) {
    super(what);
    this.what = what;
  }

  @Override
  public String getMessage() {
    return what;
  }
}
