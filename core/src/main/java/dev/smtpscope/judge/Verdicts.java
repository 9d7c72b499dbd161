package dev.smtpscope.judge;

import dev.smtpscope.facts.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that was concluded from one set of facts.
 *
 * @param dane for each host and port whose TLSA records were asked for
 * @param domain where the target was taken as a domain
 */
public record Verdicts(
    List<EndpointInsight> insights,
    List<CheckResult> results,
    List<DaneInsight> dane,
    Optional<DomainInsight> domain) {
  public Verdicts {
    insights = List.copyOf(insights);
    results = List.copyOf(results);
    dane = List.copyOf(dane);
  }

  /** Those on endpoints alone. */
  public Verdicts(List<EndpointInsight> insights, List<CheckResult> results) {
    this(insights, results, List.of(), Optional.empty());
  }

  /** The findings, worst first, otherwise in the order of checks and endpoints. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (CheckResult result : results) {
      if (result.judgement() instanceof Judgement.Fail(List<Finding> found)) {
        findings.addAll(found);
      }
    }
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    return List.copyOf(findings);
  }

  /** What was concluded about {@code endpoint} beside the checks. */
  public Optional<EndpointInsight> insight(Endpoint endpoint) {
    return insights.stream().filter(i -> i.endpoint().equals(endpoint)).findFirst();
  }

  /** The severity of the worst finding. */
  public Optional<Severity> worst() {
    return findings().stream().map(Finding::severity).findFirst();
  }
}
