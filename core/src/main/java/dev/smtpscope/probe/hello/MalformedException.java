package dev.smtpscope.probe.hello;

/** What was sent breaks the protocol's syntax; never leaves this package. */
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedException(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
