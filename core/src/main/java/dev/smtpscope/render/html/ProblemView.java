package dev.smtpscope.render.html;

import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.render.outline.FindingGroup;
import dev.smtpscope.render.outline.Mark;
import java.util.List;
import java.util.Optional;

/**
 * A finding, told once for all its subjects.
 *
 * @param open whether it is unfolded at first
 * @param check the check that found it
 */
record ProblemView(
    Mark mark,
    String severity,
    boolean open,
    String title,
    List<String> subjects,
    String why,
    String advice,
    Optional<Configuration> configuration,
    List<String> evidence,
    String reproduce,
    List<Piece> references,
    Piece check) {
  /** What to write where. */
  record Configuration(String software, String where, String lines) {}

  static List<ProblemView> of(List<Finding> findings, Links links) {
    return FindingGroup.of(findings).stream().map(group -> of(group, links)).toList();
  }

  private static ProblemView of(FindingGroup group, Links links) {
    Finding first = group.first();
    return new ProblemView(
        Mark.of(first.severity()),
        first.severity().id(),
        first.severity().compareTo(Severity.WARNING) >= 0,
        first.title(),
        group.subjects(),
        first.why(),
        first.fix().advice(),
        first.fix().configuration().map(ProblemView::configuration),
        group.evidence(),
        first.reproduce().strip(),
        first.references().stream().map(Piece::of).toList(),
        Piece.of(group.checkId(), new Term.OfCheck(group.checkId()), links));
  }

  private static Configuration configuration(Fix.Configuration fix) {
    return new Configuration(fix.software(), fix.where(), String.join("\n", fix.lines()));
  }
}
