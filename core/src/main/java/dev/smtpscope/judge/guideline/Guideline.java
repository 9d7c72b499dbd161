package dev.smtpscope.judge.guideline;

import dev.smtpscope.facts.audit.Trait;
import java.util.List;

/**
 * A guideline as data.
 *
 * @param id its name in options
 * @param best what a server is that meets all of it
 */
record Guideline(
    String id, String name, String title, String url, String best, List<Requirement> requirements) {
  Guideline {
    requirements = List.copyOf(requirements);
  }

  record Requirement(String clause, Level level, Rule rule, String text) {
    GuidelineVerdict.Clause judge(Scope scope) {
      Trait holds = rule.holds(scope);
      Standing standing =
          switch (holds.support()) {
            case YES -> Standing.MET;
            case NO -> Standing.NOT_MET;
            case UNKNOWN -> Standing.NOT_KNOWN;
          };
      return new GuidelineVerdict.Clause(clause, level, text, standing, holds.detail());
    }
  }

  GuidelineVerdict judge(Scope scope) {
    return GuidelineVerdict.of(this, requirements.stream().map(r -> r.judge(scope)).toList());
  }
}
