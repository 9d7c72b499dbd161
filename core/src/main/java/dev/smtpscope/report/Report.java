package dev.smtpscope.report;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.judge.Judge;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Verdicts;

/** Facts, the rules they were judged by, and what came of it. */
public record Report(Facts facts, Ruleset rules, Verdicts verdicts) {
  /** Judges {@code facts} by {@code rules}. */
  public static Report of(Facts facts, Ruleset rules) {
    return new Report(facts, rules, new Judge(rules).judge(facts));
  }
}
