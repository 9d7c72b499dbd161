package dev.smtpscope.testkit;

import java.io.IOException;

/** The server ends the conversation here, by intent. */
final class Hangup extends IOException {
  private static final long serialVersionUID = 1L;

  Hangup(String why) {
    super(why);
  }
}
