package dev.smtpscope.report;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.MxSet;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The verdict in one sentence.
 *
 * @param findings the worst first
 * @param counts how many there are of each severity
 */
record Headline(
    Report report,
    List<Finding> findings,
    Map<Severity, Integer> counts,
    List<EndpointSummary> endpoints) {
  String sentence(Outcome outcome) {
    return host()
        + switch (outcome) {
          case FINE -> " works" + minor() + ".";
          case FINDINGS -> " " + found() + ".";
          case NOT_TESTED -> " could not be tested: " + obstacle() + ".";
        };
  }

  private String host() {
    return report.facts().target().host().toString();
  }

  private String minor() {
    return findings.isEmpty()
        ? "; nothing to mend"
        : ", with " + counted(Severity.NOTICE, Severity.INFO);
  }

  private String found() {
    Finding worst = findings.getFirst();
    boolean alone = count(Severity.ERROR) + count(Severity.WARNING) == 1;
    return "has "
        + counted(Severity.ERROR, Severity.WARNING)
        + (alone ? ": " : "; first: ")
        + worst.title();
  }

  private String counted(Severity... severities) {
    return Words.list(
        Stream.of(severities).filter(s -> count(s) > 0).map(s -> counted(count(s), s)).toList());
  }

  private static String counted(long number, Severity severity) {
    return severity == Severity.INFO
        ? number + " for information"
        : Words.count(number, severity.id());
  }

  private int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  private String obstacle() {
    return report.facts().route().isDomain()
        ? domainObstacle()
        : hostObstacle(report.facts().hosts().getFirst());
  }

  private String domainObstacle() {
    MxSet mx =
        report.facts().route().mxSet().orElseGet(() -> new MxSet.Unknown("the DNS was not asked"));
    return switch (mx) {
      case MxSet.Listed listed -> hosts();
      case MxSet.Absent absent -> hosts();
      case MxSet.Null none -> "it takes no mail, as its null MX record says";
      case MxSet.NoSuchName none -> "the DNS does not have the name";
      case MxSet.Unknown(String detail) -> "its MX records could not be looked up: " + detail;
    };
  }

  private String hosts() {
    List<MailHost> hosts = report.facts().hosts();
    return endpoints.isEmpty()
        ? "none of its mail servers has an address to try"
        : "none of its " + Words.count(hosts.size(), "mail server") + " answers: " + states();
  }

  private String hostObstacle(MailHost host) {
    return switch (host.lookup()) {
      case Lookup.NotFound notFound -> "its name has no address";
      case Lookup.Failed(var detail, var elapsed) -> "its name could not be looked up: " + detail;
      case Lookup.Found found -> states();
      case Lookup.Literal literal -> states();
    };
  }

  private String states() {
    List<String> states = endpoints.stream().map(this::state).distinct().toList();
    return states.isEmpty() ? "there was no address to try" : String.join("; ", states);
  }

  private String state(EndpointSummary endpoint) {
    var where = endpoint.facts().endpoint();
    boolean several =
        endpoints.stream().map(e -> e.facts().endpoint().address()).distinct().count() > 1;
    return (several
            ? Addresses.text(where.address(), where.service().port())
            : "port " + where.service().port())
        + " "
        + endpoint.sentence();
  }
}
