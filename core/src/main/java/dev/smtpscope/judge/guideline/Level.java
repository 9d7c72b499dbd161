package dev.smtpscope.judge.guideline;

import java.util.Locale;

/** What a server is by a guideline where a requirement is not met, the worst first. */
public enum Level {
  INSUFFICIENT("insufficient"),
  MUST("not met"),
  PHASE_OUT("phase out"),
  SHOULD("met but for recommendations"),
  SUFFICIENT("sufficient");

  private final String verdict;

  Level(String verdict) {
    this.verdict = verdict;
  }

  /** In a few words. */
  public String verdict() {
    return verdict;
  }

  static Level named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
