package dev.smtpscope.web.metrics;

import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.reference.Keyword;
import dev.smtpscope.reference.Keywords;
import dev.smtpscope.reference.Standing;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Addresses;
import io.prometheus.metrics.core.metrics.Gauge;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A report as metrics. Labels hold words of ours, addresses and ports: a server cannot fill a
 * database by saying something new each time.
 */
final class ReportMetrics {
  private static final String OTHER = "other";

  private final Report report;
  private final Summary summary;
  private final Gauge up;
  private final Gauge stages;
  private final Gauge tls;
  private final Gauge expiry;
  private final Gauge trusted;
  private final Gauge capabilities;

  private ReportMetrics(Report report, Gauges gauges) {
    this.report = report;
    this.summary = Summary.of(report);
    this.up =
        gauges.gauge(
            "smtpscope_endpoint_up",
            "Whether the server answered EHLO or HELO.",
            "address",
            "port",
            "role");
    this.stages =
        gauges.gauge(
            "smtpscope_stage_seconds",
            "Time of each stage of the conversation.",
            "address",
            "port",
            "stage");
    this.tls =
        gauges.gauge(
            "smtpscope_tls_info", "The TLS session.", "address", "port", "version", "cipher");
    this.expiry =
        gauges.gauge(
            "smtpscope_certificate_not_after_timestamp_seconds",
            "When the server's certificate expires, in seconds since 1970.",
            "address",
            "port");
    this.trusted =
        gauges.gauge(
            "smtpscope_certificate_trusted",
            "Whether the certificate has a path to a trusted root.",
            "address",
            "port");
    this.capabilities =
        gauges.gauge(
            "smtpscope_capability_info",
            "A capability that the server offers; unknown ones as other.",
            "address",
            "port",
            "tls",
            "keyword");
  }

  /** Whether the host was tested and no finding is an error. */
  static boolean isSuccess(Report report) {
    Summary summary = Summary.of(report);
    return summary.outcome() != Outcome.NOT_TESTED && summary.count(Severity.ERROR) == 0;
  }

  static void add(Report report, Gauges gauges) {
    ReportMetrics metrics = new ReportMetrics(report, gauges);
    metrics.addSummary(gauges);
    metrics.summary.endpoints().forEach(metrics::add);
  }

  private void addSummary(Gauges gauges) {
    Gauge findings =
        gauges.gauge("smtpscope_findings", "Number of findings, by severity.", "severity");
    for (Severity severity : Severity.values()) {
      findings.labelValues(severity.id()).set(summary.count(severity));
    }
    Gauge outcome =
        gauges.gauge("smtpscope_outcome", "What the check came to: 1 for one of them.", "outcome");
    for (Outcome each : Outcome.values()) {
      outcome.labelValues(each.id()).set(each == summary.outcome() ? 1 : 0);
    }
    gauges.set(
        "smtpscope_addresses",
        "Number of addresses tested.",
        Math.toIntExact(
            report.facts().hosts().stream()
                .flatMap(host -> host.addresses().tested().stream())
                .distinct()
                .count()));
    gauges.set(
        "smtpscope_interrupted",
        "Whether the check was cut short.",
        report.facts().interrupted() ? 1 : 0);
  }

  private void add(EndpointSummary endpoint) {
    EndpointFacts facts = endpoint.facts();
    String address = Addresses.text(facts.endpoint().address());
    String port = String.valueOf(facts.endpoint().service().port());
    String role = facts.endpoint().service().role().name().toLowerCase(Locale.ROOT);
    up.labelValues(address, port, role).set(endpoint.state() == EndpointState.OPEN ? 1 : 0);
    for (StageTime time : facts.timings()) {
      stages.labelValues(address, port, time.stage().id()).set(seconds(time.elapsed()));
    }
    facts.session().ifPresent(session -> add(session, facts, address, port));
    addCapabilities(facts.hello(), address, port, "no");
    addCapabilities(facts.helloInTls(), address, port, "yes");
  }

  private void add(TlsSession session, EndpointFacts facts, String address, String port) {
    tls.labelValues(address, port, session.version().label(), session.suite().name()).set(1);
    session
        .leaf()
        .flatMap(PeerCertificate::details)
        .ifPresent(details ->
            expiry.labelValues(address, port).set((double) details.notAfter().getEpochSecond()));
    report
        .verdicts()
        .insight(facts.endpoint())
        .flatMap(insight -> insight.path())
        .ifPresent(path ->
            trusted.labelValues(address, port).set(path instanceof PathVerdict.Trusted ? 1 : 0));
  }

  private void addCapabilities(Hello hello, String address, String port, String inTls) {
    keywords(hello.capabilities())
        .forEach(keyword -> capabilities.labelValues(address, port, inTls, keyword).set(1));
  }

  private static Set<String> keywords(Capabilities offered) {
    return offered.keywords().stream()
        .map(ReportMetrics::known)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String known(String keyword) {
    Keyword found = Keywords.of(keyword);
    return found.standing() == Standing.UNKNOWN ? OTHER : found.key();
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
