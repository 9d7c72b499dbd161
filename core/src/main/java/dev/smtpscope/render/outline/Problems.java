package dev.smtpscope.render.outline;

import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import java.util.ArrayList;
import java.util.List;

/** Findings as blocks; what is the same on several subjects is told once. */
final class Problems {
  private Problems() {}

  static List<Block> of(List<Finding> findings) {
    return FindingGroup.of(findings).stream().map(Problems::problem).toList();
  }

  static List<Block> titles(List<Finding> findings) {
    return FindingGroup.of(findings).stream().map(group -> problem(group, List.of())).toList();
  }

  private static Block problem(FindingGroup group) {
    Finding first = group.first();
    List<Block> body = new ArrayList<>();
    body.add(labelled("Why", new Block.Paragraph(first.why())));
    body.add(new Block.Labelled("Fix", fix(first.fix())));
    body.add(labelled("Seen", new Block.Verbatim(group.evidence(), 2)));
    if (!first.reproduce().isBlank()) {
      body.add(labelled("Try", new Block.Copyable(first.reproduce().lines().toList())));
    }
    body.add(labelled("More", new Block.Sources(first.references(), group.checkId())));
    return problem(group, body);
  }

  private static Block problem(FindingGroup group, List<Block> body) {
    Finding first = group.first();
    return new Block.Problem(
        Mark.of(first.severity()), first.severity().id(), first.title(), group.subjects(), body);
  }

  private static Block labelled(String label, Block body) {
    return new Block.Labelled(label, List.of(body));
  }

  private static List<Block> fix(Fix fix) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(fix.advice()));
    fix.configuration()
        .ifPresent(configuration -> {
          blocks.add(
              new Block.Paragraph(configuration.software() + ", " + configuration.where() + ":"));
          blocks.add(new Block.Copyable(configuration.lines()));
        });
    return blocks;
  }
}
