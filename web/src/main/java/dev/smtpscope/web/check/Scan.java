package dev.smtpscope.web.check;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.NameRecords;
import dev.smtpscope.facts.Route;
import dev.smtpscope.judge.Profiles;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.scan.ThreadKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of one check: scans where its route leads, and judges. */
final class Scan {
  private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

  private final CheckRequest request;
  private final Route route;
  private final ScanOptions options;
  private final Ruleset rules;
  private final EventWriter writer;
  private final Scanner scanner;

  Scan(CheckRequest request, Admission.Admitted admitted, CheckSettings settings, EventLog log) {
    this.request = request;
    this.route = admitted.route();
    this.options = Options.toScan(request.choices(), settings);
    this.rules =
        Profiles.combined(Read.profiles(request.choices().profile()), settings.anchors())
            .orElseGet(() -> Ruleset.standard(settings.anchors()));
    this.writer = new EventWriter(log, this::summary);
    this.scanner = new Scanner(options, admitted.names(), ThreadKind.VIRTUAL);
  }

  EventWriter writer() {
    return writer;
  }

  CheckState run() {
    try {
      return new CheckState.Finished(
          Report.of(scanner.scan(request.target(), route, writer), rules));
    } catch (RuntimeException | Error e) {
      LOG.error("a check broke", e);
      return new CheckState.Failed("something broke in the service; the check has no result");
    }
  }

  /** What comes of it when it must end before it began. */
  CheckState cut(Instant at) {
    Route untested =
        new Route(
            route.kind(),
            route.why(),
            route.mx(),
            route.hosts().stream().map(Scan::untested).toList(),
            route.leftOut());
    return new CheckState.Finished(Report.of(facts(at, untested, List.of()), rules));
  }

  void cancel() {
    scanner.cancel();
  }

  private static MailHost untested(MailHost host) {
    return with(
        host,
        new AddressChoice(
            List.of(), host.addresses().tested(), "the check was stopped before it began"));
  }

  private static MailHost with(MailHost host, AddressChoice addresses) {
    return new MailHost(
        host.name(), host.preference(), host.services(), host.lookup(), addresses, host.answers());
  }

  private EndpointSummary summary(EndpointFacts endpoint) {
    MailHost host =
        route.hosts().stream().filter(h -> h.has(endpoint.endpoint())).findFirst().orElseThrow();
    AddressChoice one = new AddressChoice(List.of(endpoint.endpoint().address()), List.of(), "");
    Facts facts = facts(Instant.now(), Route.to(with(host, one), route.why()), List.of(endpoint));
    return Summary.of(Report.of(facts, rules)).endpoints().getFirst();
  }

  private Facts facts(Instant at, Route way, List<EndpointFacts> endpoints) {
    return new Facts(
        Facts.SCHEMA,
        at,
        request.target(),
        options.ehloName().map(EhloName::value),
        way,
        endpoints,
        NameRecords.NONE,
        Duration.ZERO,
        true);
  }
}
