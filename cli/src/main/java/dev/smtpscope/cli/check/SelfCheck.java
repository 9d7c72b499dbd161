package dev.smtpscope.cli.check;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import java.util.List;

/**
 * Tells whether this network lets connections to port 25 out, which many do not, by a server that
 * is known to answer.
 */
record SelfCheck(Checker checker) {
  /** What came of trying {@code host}. */
  record Answer(boolean isThrough, String sentence) {}

  Answer ask(HostName host) {
    Target target = Target.host(host.ascii(), new Host.Name(host), List.of(Service.onPort(25)));
    Report report = checker.check(target);
    boolean through =
        report.facts().endpoints().stream()
            .anyMatch(e -> e.dial() instanceof DialOutcome.Connected);
    return through
        ? new Answer(true, "self-check: port 25 of " + host + " answers; this network lets it out")
        : new Answer(
            false,
            "self-check: port 25 of "
                + host
                + " does not answer ("
                + states(report)
                + "); if it does elsewhere, this network blocks outbound port 25");
  }

  private static String states(Report report) {
    List<String> states =
        Summary.of(report).endpoints().stream().map(EndpointSummary::sentence).distinct().toList();
    return states.isEmpty() ? "its name has no address" : String.join("; ", states);
  }
}
