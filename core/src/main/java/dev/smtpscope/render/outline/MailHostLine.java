package dev.smtpscope.render.outline;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Subject;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Addresses;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail host at a glance, in words.
 *
 * @param preference empty for a server that no MX record led to
 * @param dnssec the status of its addresses
 * @param dane what its TLSA records come to
 * @param policy whether the MTA-STS policy covers it
 */
public record MailHostLine(
    Mark mark,
    String preference,
    String name,
    List<String> addresses,
    String dnssec,
    String dane,
    String policy,
    String state) {
  /** The hosts of a report on a domain, in their order. */
  public static List<MailHostLine> of(Report report, Summary summary) {
    return report.facts().hosts().stream().map(host -> of(report, summary, host)).toList();
  }

  static Block table(Report report, Summary summary) {
    return new Block.Table(
        List.of("Preference", "Mail host", "DNSSEC", "DANE", "MTA-STS", "State"),
        of(report, summary).stream().map(MailHostLine::row).toList());
  }

  private Block.Row row() {
    String where = addresses.isEmpty() ? "" : String.join(", ", addresses) + ": ";
    return new Block.Row(
        mark,
        List.of(
            preference,
            name,
            "DNSSEC " + dnssec,
            "DANE " + dane,
            "MTA-STS " + policy,
            where + state));
  }

  private static MailHostLine of(Report report, Summary summary, MailHost host) {
    List<EndpointSummary> endpoints =
        summary.endpoints().stream().filter(e -> host.has(e.facts().endpoint())).toList();
    return new MailHostLine(
        mark(report, host, endpoints),
        host.preference().map(String::valueOf).orElse("users"),
        host.label(),
        host.addresses().tested().stream().map(Addresses::text).toList(),
        host.addressStatus().map(DnsWords::status).orElse("not asked"),
        DaneWords.of(report, host),
        host.preference().isPresent() ? StsWords.covers(report, host) : "does not apply",
        state(host, endpoints));
  }

  private static Mark mark(Report report, MailHost host, List<EndpointSummary> endpoints) {
    Optional<Severity> worst =
        report.verdicts().findings().stream()
            .filter(finding -> concerns(finding.subject(), host))
            .map(finding -> finding.severity())
            .max(Comparator.naturalOrder());
    boolean open = endpoints.stream().anyMatch(e -> e.state() == EndpointState.OPEN);
    return worst.map(Mark::of).orElse(open ? Mark.GOOD : Mark.OPEN);
  }

  private static boolean concerns(Subject subject, MailHost host) {
    return switch (subject) {
      case Subject.OfDomain domain -> false;
      case Subject.OfHost(String name) -> name.equals(host.label());
      case Subject.OfEndpoint(Endpoint endpoint) -> host.has(endpoint);
    };
  }

  private static String state(MailHost host, List<EndpointSummary> endpoints) {
    if (endpoints.isEmpty()) {
      return unfound(host.lookup());
    }
    long open = endpoints.stream().filter(e -> e.state() == EndpointState.OPEN).count();
    if (open == 0) {
      return endpoints.stream()
          .map(EndpointSummary::sentence)
          .distinct()
          .collect(Collectors.joining("; "));
    }
    return open == endpoints.size()
        ? "open"
        : "open on " + open + " of " + endpoints.size() + " ports";
  }

  private static String unfound(Lookup lookup) {
    return switch (lookup) {
      case Lookup.NotFound(String detail, var elapsed) -> "no address: " + detail;
      case Lookup.Failed(String detail, var elapsed) -> "address not known: " + detail;
      case Lookup.Found found -> "no address tested";
      case Lookup.Literal literal -> "not tested";
    };
  }
}
