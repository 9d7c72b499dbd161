package dev.smtpscope.realservers;

/** This machine lacks what a real server or tool needs; the message says what. */
final class Unavailable extends RuntimeException {
  Unavailable(String message) {
    super(message);
  }
}
