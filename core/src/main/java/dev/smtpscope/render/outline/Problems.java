package dev.smtpscope.render.outline;

import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings as blocks; what is the same on several subjects is told once. */
final class Problems {
  private Problems() {}

  static List<Block> of(List<Finding> findings) {
    return grouped(findings).stream().map(Problems::problem).toList();
  }

  static List<Block> titles(List<Finding> findings) {
    return grouped(findings).stream().map(group -> problem(group, List.of())).toList();
  }

  private record Sameness(String id, Severity severity, String title, String why, Fix fix) {
    static Sameness of(Finding f) {
      return new Sameness(f.id(), f.severity(), f.title(), f.why(), f.fix());
    }
  }

  private static List<List<Finding>> grouped(List<Finding> findings) {
    Map<Sameness, List<Finding>> groups = new LinkedHashMap<>();
    findings.forEach(f -> groups.computeIfAbsent(Sameness.of(f), same -> new ArrayList<>()).add(f));
    return List.copyOf(groups.values());
  }

  private static Block problem(List<Finding> group) {
    Finding first = group.getFirst();
    List<Block> body = new ArrayList<>();
    body.add(labelled("Why", new Block.Paragraph(first.why())));
    body.add(new Block.Labelled("Fix", fix(first.fix())));
    body.add(labelled("Seen", evidence(group)));
    if (!first.reproduce().isBlank()) {
      body.add(labelled("Try", new Block.Copyable(first.reproduce().lines().toList())));
    }
    body.add(labelled("More", new Block.Sources(first.references(), checkId(first))));
    return problem(group, body);
  }

  private static Block problem(List<Finding> group, List<Block> body) {
    Finding first = group.getFirst();
    return new Block.Problem(
        Mark.of(first.severity()),
        first.severity().id(),
        first.title(),
        group.stream().map(f -> f.subject().toString()).distinct().toList(),
        body);
  }

  private static String checkId(Finding finding) {
    int slash = finding.id().indexOf('/');
    return slash < 0 ? finding.id() : finding.id().substring(0, slash);
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

  private static Block evidence(List<Finding> group) {
    Set<List<String>> different = new LinkedHashSet<>();
    group.forEach(f -> different.add(f.evidence()));
    boolean shared = different.size() == 1;
    List<String> lines = new ArrayList<>();
    for (Finding finding : shared ? group.subList(0, 1) : group) {
      finding.evidence().forEach(e -> lines.add(shared ? e : finding.subject() + "  " + e));
    }
    return new Block.Verbatim(lines, 2);
  }
}
