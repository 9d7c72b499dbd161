package dev.smtpscope.judge;

import java.util.List;

/** The list of checks. */
public final class Checks {
  /** Every check, in the order in which findings of equal severity are shown. */
  public static final List<Check> ALL = List.of();

  private Checks() {}
}
