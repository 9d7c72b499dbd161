package dev.smtpscope.render.outline;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;

/** A report in the order in which a person reads it. Pure. */
public final class ReportOutline {
  private final Report report;
  private final RenderOptions options;
  private final Summary summary;

  private ReportOutline(Report report, RenderOptions options) {
    this.report = report;
    this.options = options;
    this.summary = Summary.of(report);
  }

  /** The blocks of {@code report} that the options ask for. */
  public static List<Block> of(Report report, RenderOptions options) {
    ReportOutline outline = new ReportOutline(report, options);
    return options.quiet() ? outline.quiet() : outline.full();
  }

  private List<Block> quiet() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdict());
    blocks.addAll(Problems.titles(report.verdicts().findings()));
    return blocks;
  }

  private List<Block> full() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdict());
    remarks().stream().map(Block.Paragraph::new).forEach(blocks::add);
    if (!summary.endpoints().isEmpty()) {
      blocks.add(ports());
    }
    blocks.addAll(Problems.of(report.verdicts().findings()));
    if (options.details()) {
      blocks.addAll(Details.of(report, options));
      OpenQuestions.of(report.verdicts()).ifPresent(blocks::add);
    } else if (options.pem()) {
      blocks.addAll(Certificates.pemOnly(report));
    }
    if (options.transcript()) {
      blocks.addAll(Transcripts.of(report.facts()));
    }
    blocks.add(new Block.Paragraph(account()));
    return blocks;
  }

  private Block verdict() {
    Mark untroubled =
        switch (summary.outcome()) {
          case FINE, FINDINGS -> Mark.GOOD;
          case NOT_TESTED -> Mark.OPEN;
        };
    Mark mark = Mark.of(report.verdicts().worst().filter(this::weighs), untroubled);
    return new Block.Verdict(mark, summary.sentence());
  }

  private boolean weighs(Severity severity) {
    return severity.compareTo(Severity.WARNING) >= 0;
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    report.facts().target().remark().map(r -> "Note: " + r + ".").ifPresent(remarks::add);
    if (report.facts().interrupted()) {
      remarks.add("Note: the check was stopped early; this is what was known by then.");
    }
    AddressChoice addresses = report.facts().addresses();
    if (!addresses.leftOut().isEmpty()) {
      remarks.add(leftOut(addresses));
    }
    return remarks;
  }

  private static String leftOut(AddressChoice addresses) {
    List<String> texts = addresses.leftOut().stream().map(Addresses::text).toList();
    return "Note: not tested: " + Words.list(texts) + " (" + addresses.why() + ").";
  }

  private Block ports() {
    return new Block.Table(
        List.of("Address and port", "Role", "Time", "State"),
        summary.endpoints().stream().map(ReportOutline::port).toList());
  }

  private static Block.Row port(EndpointSummary summary) {
    EndpointFacts facts = summary.facts();
    return new Block.Row(
        mark(summary),
        List.of(
            facts.endpoint().toString(),
            facts.endpoint().service().role().id(),
            Figures.seconds(facts.elapsed()),
            summary.sentence()));
  }

  private static Mark mark(EndpointSummary summary) {
    Mark untroubled =
        switch (summary.state()) {
          case OPEN -> Mark.GOOD;
          case REJECTED, BROKEN, CLOSED, NOT_TESTED -> Mark.OPEN;
        };
    return Mark.of(summary.worst(), untroubled);
  }

  private String account() {
    long connections = report.facts().endpoints().stream().filter(ReportOutline::dialled).count();
    String spent =
        Words.count(connections, "connection")
            + ", "
            + Figures.seconds(report.facts().elapsed())
            + ". ";
    return spent + CheckTally.of(report.verdicts()) + hint();
  }

  private String hint() {
    return options.details() ? "" : " Add --details for all that was seen.";
  }

  private static boolean dialled(EndpointFacts endpoint) {
    return !(endpoint.dial() instanceof DialOutcome.NotAttempted);
  }
}
