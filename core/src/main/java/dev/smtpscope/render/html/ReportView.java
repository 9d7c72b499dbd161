package dev.smtpscope.render.html;

import dev.smtpscope.render.outline.Account;
import dev.smtpscope.render.outline.Block;
import dev.smtpscope.render.outline.DnsLines;
import dev.smtpscope.render.outline.TlsSessions;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import java.util.List;
import java.util.Optional;

/**
 * All that the page of a report shows, ready to be written.
 *
 * @param id what the ids of its elements begin with
 * @param name the host; where a file holds several reports on it, with a number
 */
record ReportView(
    String id,
    String name,
    String host,
    VerdictView verdict,
    Optional<DomainView> domain,
    List<PortGroup> ports,
    List<ProblemView> problems,
    Optional<TimeView> time,
    List<ChainView> chains,
    List<Shared<List<Block.Pair>>> sessions,
    List<AuditView> audits,
    List<CapabilityView> capabilities,
    List<TranscriptView> transcripts,
    List<DnsLines.Line> dns,
    ChecksView checks,
    String account) {
  static ReportView of(String id, String name, Report report, Links links) {
    Summary summary = Summary.of(report);
    var endpoints = report.facts().endpoints();
    return new ReportView(
        id,
        name,
        report.facts().target().host().toString(),
        VerdictView.of(report, summary),
        DomainView.of(report, summary),
        PortGroup.of(report, summary.endpoints(), links),
        ProblemView.of(report.verdicts().findings(), links),
        TimeView.of(endpoints),
        ChainView.of(report),
        Shared.of(endpoints, e -> e.session().map(TlsSessions::pairs)),
        AuditView.of(report),
        CapabilityView.of(endpoints, links),
        TranscriptView.of(endpoints, links),
        DnsLines.of(report.facts()),
        ChecksView.of(report.verdicts(), links),
        Account.of(report));
  }
}
