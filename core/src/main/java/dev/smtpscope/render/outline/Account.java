package dev.smtpscope.render.outline;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.report.Report;
import dev.smtpscope.text.Words;

/** What the scan took and how many checks ended how. */
public final class Account {
  private Account() {}

  /** In two sentences. */
  public static String of(Report report) {
    long connections =
        report.facts().endpoints().stream()
            .filter(Account::dialled)
            .mapToLong(e -> 1 + e.audit().map(TlsAudit::connections).orElse(0))
            .sum();
    return Words.count(connections, "connection")
        + ", "
        + Figures.seconds(report.facts().elapsed())
        + ". "
        + CheckTally.of(report.verdicts());
  }

  private static boolean dialled(EndpointFacts endpoint) {
    return !(endpoint.dial() instanceof DialOutcome.NotAttempted);
  }
}
