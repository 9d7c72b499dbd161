package dev.smtpscope.probe.audit;

/** The audit may not or cannot go on: the message says why. */
final class EndedException extends Exception {
  private static final long serialVersionUID = 1L;

  EndedException(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
