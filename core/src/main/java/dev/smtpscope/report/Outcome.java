package dev.smtpscope.report;

import java.util.Locale;

/** What a report comes to. */
public enum Outcome {
  /** The host was tested and nothing worse than a notice was found. */
  FINE,
  /** The host was tested and there is at least one warning or error. */
  FINDINGS,
  /**
   * Nothing about the host could be judged: its name has no address, no port could be reached, or
   * no conversation got past the greeting.
   */
  NOT_TESTED;

  /** The name used in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
