package dev.smtpscope.realservers;

/** This machine lacks what a real server or tool needs; the message says what. */
final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unavailable(String message) {
    super(message);
  }
}
