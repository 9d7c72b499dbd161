package dev.smtpscope.judge;

import java.util.Locale;

/** How bad a finding is, mildest first. */
public enum Severity {
  /** Worth knowing, nothing to do. */
  INFO,
  /** Good practice is missed. */
  NOTICE,
  /** Works for lenient senders today; fails for strict ones, or soon. */
  WARNING,
  /** Mail is refused, or can be read on the way where it should not be. */
  ERROR;

  /** The name used in options and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
