package dev.smtpscope.bulk.row;

import dev.smtpscope.bulk.polite.Provider;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.Route;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Subject;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a scan keeps of one target, small enough to have many of them. Texts are in visible form and
 * bounded. Immutable; goes through {@link dev.smtpscope.json.RecordJson} unchanged.
 *
 * @param input the words of the user
 * @param name the host or domain in A-label form, or the address
 * @param sentence the verdict in one sentence
 * @param mx what the question for MX records came to; empty where it was not asked
 * @param hosts the labels of the servers, the most preferred first, at most {@value #HOSTS}
 * @param provider the registered domain of the most preferred MX host; empty unless it is a domain
 * @param mtaSts of a domain
 * @param dane of all servers together; empty where TLSA records were not asked for
 * @param endpoints at most {@value #ENDPOINTS}
 * @param findings those that are not about one address and port
 */
public record TargetRow(
    String input,
    String name,
    Route.Kind kind,
    Instant observedAt,
    Duration elapsed,
    Outcome outcome,
    String sentence,
    Optional<MxState> mx,
    List<String> hosts,
    Optional<String> provider,
    Optional<StsState> mtaSts,
    Optional<DaneState> dane,
    List<EndpointRow> endpoints,
    List<Noted> findings) {
  /** No more hosts than these are kept. */
  public static final int HOSTS = 100;

  /** No more addresses and ports than these are kept. */
  public static final int ENDPOINTS = 400;

  private static final int TEXT = 300;

  public TargetRow {
    hosts = List.copyOf(hosts);
    endpoints = List.copyOf(endpoints);
    findings = List.copyOf(findings);
  }

  /** What is kept of {@code report}. */
  public static TargetRow of(Report report) {
    Facts facts = report.facts();
    Summary summary = Summary.of(report);
    List<Finding> findings = report.verdicts().findings();
    List<EndpointRow> endpoints =
        summary.endpoints().stream()
            .limit(ENDPOINTS)
            .map(e -> new EndpointRows(report, findings, e).row())
            .toList();
    return new TargetRow(
        Words.shortened(Visible.ofText(facts.target().input()), TEXT),
        facts.target().host().toString(),
        facts.route().kind(),
        facts.observedAt(),
        facts.elapsed(),
        summary.outcome(),
        Words.shortened(summary.sentence(), TEXT),
        facts.route().mxSet().map(MxState::of),
        facts.hosts().stream().limit(HOSTS).map(MailHost::label).toList(),
        provider(facts),
        report.verdicts().domain().map(domain -> StsState.of(domain.mtaSts())),
        DaneState.together(endpoints.stream().flatMap(e -> e.dane().stream()).toList()),
        endpoints,
        Noted.of(findings.stream().filter(f -> !(f.subject() instanceof Subject.OfEndpoint))));
  }

  private static Optional<String> provider(Facts facts) {
    return facts.route().isDomain()
        ? facts.hosts().stream().findFirst().flatMap(MailHost::name).map(Provider::of)
        : Optional.empty();
  }

  /** What the most preferred of its servers that has one has. */
  public <T> Optional<T> first(Function<EndpointRow, Optional<T>> value) {
    return endpoints.stream().flatMap(endpoint -> value.apply(endpoint).stream()).findFirst();
  }

  /** All findings of the target, each id once with its worst severity, in the order of the ids. */
  public List<Noted> allFindings() {
    TreeMap<String, Noted> worst = new TreeMap<>();
    everyNoted()
        .forEach(noted ->
            worst.merge(noted.id(), noted, (a, b) -> Noted.bySeverity().compare(a, b) < 0 ? b : a));
    return List.copyOf(worst.values());
  }

  /** How many different findings there are of each severity; a severity without any is absent. */
  public Map<Severity, Integer> counts() {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    allFindings().forEach(noted -> counts.merge(noted.severity(), 1, Integer::sum));
    return counts;
  }

  private Stream<Noted> everyNoted() {
    return Stream.concat(
        findings.stream(), endpoints.stream().flatMap(endpoint -> endpoint.findings().stream()));
  }
}
