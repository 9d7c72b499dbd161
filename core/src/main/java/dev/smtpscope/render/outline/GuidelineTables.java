package dev.smtpscope.render.outline;

import dev.smtpscope.judge.guideline.GuidelineVerdict;
import dev.smtpscope.judge.guideline.Level;
import dev.smtpscope.judge.guideline.Standing;
import java.util.List;

/** How a server stands by guidelines, requirement by requirement. */
final class GuidelineTables {
  private GuidelineTables() {}

  static List<Block.Section> of(List<GuidelineVerdict> verdicts) {
    return verdicts.stream().map(GuidelineTables::section).toList();
  }

  private static Block.Section section(GuidelineVerdict verdict) {
    return new Block.Section(
        verdict.name() + ": " + verdict.verdict(),
        List.of(
            new Block.Table(
                List.of("Clause", "Requirement", "Standing", "Seen"),
                verdict.clauses().stream().map(GuidelineTables::row).toList())));
  }

  private static Block.Row row(GuidelineVerdict.Clause clause) {
    return new Block.Row(
        mark(clause),
        List.of(clause.clause(), clause.requirement(), standing(clause), clause.evidence()));
  }

  private static String standing(GuidelineVerdict.Clause clause) {
    boolean graded =
        clause.standing() == Standing.NOT_MET
            && clause.level() != Level.MUST
            && clause.level() != Level.SHOULD;
    return graded ? clause.level().verdict() : clause.standing().label();
  }

  private static Mark mark(GuidelineVerdict.Clause clause) {
    return switch (clause.standing()) {
      case MET -> Mark.GOOD;
      case NOT_KNOWN -> Mark.OPEN;
      case NOT_MET ->
          switch (clause.level()) {
            case INSUFFICIENT -> Mark.ERROR;
            case MUST, PHASE_OUT -> Mark.WARNING;
            case SHOULD, SUFFICIENT -> Mark.NOTICE;
          };
    };
  }
}
