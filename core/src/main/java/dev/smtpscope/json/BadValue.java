package dev.smtpscope.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value that is out of its bounds; the message is for the user. */
final class BadValue extends MismatchedInputException {
  private static final long serialVersionUID = 1L;

  BadValue(JsonParser in, String message) {
    super(in, message);
  }
}
