package dev.smtpscope.render.html;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.judge.AuditInsight;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.render.outline.AuditDetails;
import dev.smtpscope.render.outline.AuditLines;
import dev.smtpscope.render.outline.Block;
import dev.smtpscope.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the TLS audit of one endpoint found. */
record AuditView(List<String> where, List<Block.Pair> summary, List<Part> parts) {
  /** A table and what is above it. */
  record Part(String title, Block.Table table) {}

  static List<AuditView> of(Report report) {
    return report.facts().endpoints().stream()
        .flatMap(endpoint ->
            Offering.of(endpoint).map(offering -> of(report, endpoint, offering)).stream())
        .toList();
  }

  private static AuditView of(Report report, EndpointFacts endpoint, Offering offering) {
    Optional<AuditInsight> insight = AuditLines.insight(report, endpoint);
    Instant at = report.facts().observedAt();
    return new AuditView(
        List.of(endpoint.endpoint().toString()),
        AuditDetails.summary(offering, insight, at),
        AuditDetails.tables(offering, insight, at).stream().flatMap(AuditView::part).toList());
  }

  private static Stream<Part> part(Block.Section section) {
    return section.body().stream()
        .filter(Block.Table.class::isInstance)
        .map(table -> new Part(section.title(), (Block.Table) table));
  }
}
