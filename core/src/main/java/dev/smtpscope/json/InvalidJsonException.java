package dev.smtpscope.json;

import java.util.Optional;

/** What was to be read is not what was asked for. The message is one line for its writer. */
public final class InvalidJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  InvalidJsonException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field to blame, such as {@code ports}; empty if it is the whole. */
  public Optional<String> field() {
    return Optional.of(field).filter(name -> !name.isEmpty());
  }
}
