package dev.smtpscope.render.outline;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    Remarks.of(report.facts()).stream().map(Block.Paragraph::new).forEach(blocks::add);
    if (isDomain() && !report.facts().hosts().isEmpty()) {
      blocks.add(MailHostLine.table(report, summary));
    }
    if (!summary.endpoints().isEmpty()) {
      blocks.add(ports());
    }
    AuditLines.table(report).ifPresent(blocks::add);
    Senders.of(report, options.details()).ifPresent(blocks::add);
    blocks.addAll(Problems.of(report.verdicts().findings()));
    if (options.details()) {
      if (isDomain()) {
        blocks.addAll(DomainDetails.of(report));
      }
      blocks.addAll(Details.of(report, options));
      blocks.addAll(DnsLines.section(report.facts()));
      OpenQuestions.of(report.verdicts()).ifPresent(blocks::add);
    } else if (options.pem()) {
      blocks.addAll(Certificates.pemOnly(report));
    }
    if (options.transcript()) {
      blocks.addAll(Transcripts.of(report.facts()));
    }
    blocks.add(new Block.Paragraph(Account.of(report) + hint()));
    return blocks;
  }

  private Block verdict() {
    return new Block.Verdict(Mark.of(summary), summary.sentence());
  }

  private Block ports() {
    return new Block.Table(
        List.of("Address and port", isDomain() ? "Mail host" : "Role", "Time", "State"),
        summary.endpoints().stream().map(this::port).toList());
  }

  private boolean isDomain() {
    return report.facts().route().isDomain();
  }

  private Block.Row port(EndpointSummary summary) {
    EndpointFacts facts = summary.facts();
    return new Block.Row(
        Mark.of(summary),
        List.of(
            facts.endpoint().toString(),
            isDomain() ? hosts(facts) : facts.endpoint().service().role().id(),
            Figures.seconds(facts.elapsed()),
            summary.sentence()));
  }

  private String hosts(EndpointFacts endpoint) {
    return report.facts().hostsAt(endpoint.endpoint()).stream()
        .map(MailHost::label)
        .collect(Collectors.joining(", "));
  }

  private String hint() {
    return options.details() ? "" : " Add --details for all that was seen.";
  }
}
