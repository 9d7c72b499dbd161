package dev.smtpscope.render.html;

import dev.smtpscope.judge.DomainInsight;
import dev.smtpscope.render.outline.Block;
import dev.smtpscope.render.outline.DaneWords;
import dev.smtpscope.render.outline.DomainPairs;
import dev.smtpscope.render.outline.MailHostLine;
import dev.smtpscope.render.outline.ReadyLines;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import java.util.List;
import java.util.Optional;

/**
 * What there is to see of a mail domain beside its servers' ports.
 *
 * @param policy the text of its MTA-STS policy as it was served
 * @param ready texts to publish
 */
record DomainView(
    List<MailHostLine> hosts,
    Optional<SenderView> senders,
    List<Block.Pair> records,
    List<String> policy,
    List<String> dane,
    List<Ready> ready) {
  /** A text to copy. */
  record Ready(String title, String about, String text) {}

  static Optional<DomainView> of(Report report, Summary summary) {
    return report.facts().route().isDomain()
        ? Optional.of(
            new DomainView(
                MailHostLine.of(report, summary),
                report.verdicts().domain().map(DomainInsight::senders).map(SenderView::of),
                DomainPairs.of(report),
                DomainPairs.policyLines(report.facts()),
                DaneWords.lines(report),
                ready(report)))
        : Optional.empty();
  }

  private static List<Ready> ready(Report report) {
    return List.of(
            new Ready(
                "MTA-STS policy",
                "For https://mta-sts."
                    + report.facts().target().host()
                    + "/.well-known/mta-sts.txt; it covers the mail hosts there are now.",
                String.join("\n", ReadyLines.policy(report))),
            new Ready(
                "MTA-STS record",
                "A new id tells senders of a new policy.",
                ReadyLines.policy(report).isEmpty() ? "" : ReadyLines.record(report.facts())),
            new Ready(
                "TLSA records",
                "They are for the keys that are served now. They count where the zone is"
                    + " signed.",
                String.join("\n", ReadyLines.tlsa(report.facts()))))
        .stream()
        .filter(ready -> !ready.text().isEmpty())
        .toList();
  }
}
