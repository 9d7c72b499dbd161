package dev.smtpscope.render.outline;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.judge.EndpointInsight;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that was seen of each endpoint that answered. */
final class Details {
  private final Report report;
  private final Certificates certificates;

  private Details(Report report, RenderOptions options) {
    this.report = report;
    this.certificates = new Certificates(report, options.pem());
  }

  static List<Block> of(Report report, RenderOptions options) {
    Details details = new Details(report, options);
    return report.facts().endpoints().stream()
        .filter(endpoint -> endpoint.dial() instanceof DialOutcome.Connected)
        .map(details::section)
        .toList();
  }

  private Block section(EndpointFacts endpoint) {
    Optional<EndpointInsight> insight = report.verdicts().insight(endpoint.endpoint());
    List<Block> body = new ArrayList<>();
    List<Block.Pair> pairs = new ArrayList<>(server(endpoint));
    insight.flatMap(EndpointInsight::software).ifPresent(s -> pairs.addAll(SoftwarePairs.of(s)));
    if (!pairs.isEmpty()) {
      body.add(new Block.Pairs(pairs));
    }
    CapabilityTable.of(endpoint).ifPresent(body::add);
    endpoint.session().map(TlsSessions::section).ifPresent(body::add);
    AuditDetails.section(
            endpoint, insight.flatMap(EndpointInsight::audit), report.facts().observedAt())
        .ifPresent(body::add);
    body.addAll(certificates.of(endpoint, insight.flatMap(EndpointInsight::path)));
    body.add(timings(endpoint));
    return new Block.Section(where(endpoint) + " in detail", body);
  }

  private String where(EndpointFacts endpoint) {
    String where = endpoint.endpoint().toString();
    return report.facts().route().isDomain()
        ? report.facts().hostsAt(endpoint.endpoint()).stream()
                .map(MailHost::label)
                .collect(Collectors.joining(", "))
            + " at "
            + where
        : where;
  }

  private static List<Block.Pair> server(EndpointFacts endpoint) {
    List<Block.Pair> pairs = new ArrayList<>();
    endpoint.greeting().received().ifPresent(r -> pairs.add(pair("Greeting", r.line())));
    endpoint
        .helloInTls()
        .serverName()
        .or(endpoint.hello()::serverName)
        .ifPresent(name -> pairs.add(pair("Name", name)));
    return pairs;
  }

  private static Block timings(EndpointFacts endpoint) {
    List<Block.Row> rows = new ArrayList<>(endpoint.timings().stream().map(Details::time).toList());
    rows.add(row("whole", "0.000", Figures.millis(endpoint.elapsed())));
    return new Block.Section(
        "Time", List.of(new Block.Table(List.of("Stage", "After (s)", "Took"), rows)));
  }

  private static Block.Row time(StageTime time) {
    return row(time.stage().label(), Figures.offset(time.start()), Figures.millis(time.elapsed()));
  }

  private static Block.Row row(String stage, String start, String took) {
    return new Block.Row(Mark.NONE, List.of(stage, start, took));
  }

  private static Block.Pair pair(String label, String text) {
    return new Block.Pair(label, text);
  }
}
