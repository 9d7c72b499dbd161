package dev.smtpscope.report;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Subject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report comes to, in short.
 *
 * @param sentence the verdict in one sentence
 * @param counts how many findings there are of each severity; a severity without any is absent
 * @param endpoints in the order of the facts
 */
public record Summary(
    Outcome outcome,
    String sentence,
    Map<Severity, Integer> counts,
    List<EndpointSummary> endpoints) {
  public Summary {
    counts = Map.copyOf(counts);
    endpoints = List.copyOf(endpoints);
  }

  /** The summary of {@code report}. */
  public static Summary of(Report report) {
    List<Finding> findings = report.verdicts().findings();
    List<EndpointSummary> endpoints =
        report.facts().endpoints().stream().map(e -> endpoint(report, findings, e)).toList();
    Map<Severity, Integer> counts = counts(findings);
    Outcome outcome = outcome(report, findings, endpoints);
    Headline headline = new Headline(report, findings, counts, endpoints);
    return new Summary(outcome, headline.sentence(outcome), counts, endpoints);
  }

  /** How many findings there are of {@code severity}. */
  public int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  /**
   * Without a warning a host is fine only where a port works: silence of the checks is no proof.
   */
  private static Outcome outcome(
      Report report, List<Finding> findings, List<EndpointSummary> endpoints) {
    if (report.facts().endpoints().stream().noneMatch(Summary::isTested)) {
      return Outcome.NOT_TESTED;
    }
    if (findings.stream().anyMatch(f -> f.severity().compareTo(Severity.WARNING) >= 0)) {
      return Outcome.FINDINGS;
    }
    return endpoints.stream().anyMatch(e -> e.state() == EndpointState.OPEN)
        ? Outcome.FINE
        : Outcome.NOT_TESTED;
  }

  private static boolean isTested(EndpointFacts endpoint) {
    return new EndpointLine(endpoint, Optional.empty()).isTested();
  }

  private static Map<Severity, Integer> counts(List<Finding> findings) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    findings.forEach(f -> counts.merge(f.severity(), 1, Integer::sum));
    return counts;
  }

  private static EndpointSummary endpoint(
      Report report, List<Finding> findings, EndpointFacts facts) {
    EndpointLine line =
        new EndpointLine(facts, report.verdicts().insight(facts.endpoint()).flatMap(i -> i.path()));
    Subject subject = new Subject.OfEndpoint(facts.endpoint());
    Optional<Severity> worst =
        findings.stream()
            .filter(finding -> finding.subject().equals(subject))
            .map(Finding::severity)
            .max(Comparator.naturalOrder());
    return new EndpointSummary(
        facts, line.state(), line.sentence(report.facts().observedAt()), worst);
  }
}
