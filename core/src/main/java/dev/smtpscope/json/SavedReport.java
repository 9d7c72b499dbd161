package dev.smtpscope.json;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.report.Report;

/** Facts as they were saved, with the rules they were judged by. */
public record SavedReport(Facts facts, Ruleset rules) {
  /** Judges the facts again by the rules of then. */
  public Report report() {
    return Report.of(facts, rules);
  }
}
