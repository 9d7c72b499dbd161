package dev.smtpscope.judge;

import dev.smtpscope.facts.Endpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that was concluded from one set of facts. */
public record Verdicts(List<EndpointInsight> insights, List<CheckResult> results) {
  public Verdicts {
    insights = List.copyOf(insights);
    results = List.copyOf(results);
  }

  /** The findings, worst first, otherwise in the order of checks and endpoints. */
  public List<Finding> findings() {
    return results.stream()
        .flatMap(r ->
            r.judgement() instanceof Judgement.Fail fail
                ? fail.findings().stream()
                : List.<Finding>of().stream())
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .toList();
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
