package dev.smtpscope.web.check;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.judge.Profiles;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.Scanner;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of one check: scans what its lookup gave, and judges. */
final class Scan {
  private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

  private final CheckRequest request;
  private final Lookup lookup;
  private final ScanOptions options;
  private final Ruleset rules;
  private final EventWriter writer;
  private final Scanner scanner;

  Scan(CheckRequest request, Lookup lookup, CheckSettings settings, EventLog log) {
    this.request = request;
    this.lookup = lookup;
    this.options = options(request.choices(), settings);
    this.rules =
        Profiles.named(request.choices().profile(), settings.anchors())
            .orElseGet(() -> Ruleset.standard(settings.anchors()));
    this.writer = new EventWriter(log, this::summary);
    this.scanner = new Scanner(options, (name, limit) -> lookup);
  }

  EventWriter writer() {
    return writer;
  }

  CheckState run() {
    try {
      return new CheckState.Finished(Report.of(scanner.scan(request.target(), writer), rules));
    } catch (RuntimeException | Error e) {
      LOG.error("a check broke", e);
      return new CheckState.Failed("something broke in the service; the check has no result");
    }
  }

  /** What comes of it when it must end before it began. */
  CheckState cut(Instant at) {
    List<InetAddress> all = options.addresses().choose(lookup).tested();
    AddressChoice none = new AddressChoice(List.of(), all, "the check was stopped before it began");
    return new CheckState.Finished(Report.of(facts(at, none, List.of()), rules));
  }

  void cancel() {
    scanner.cancel();
  }

  private EndpointSummary summary(EndpointFacts endpoint) {
    AddressChoice one = new AddressChoice(List.of(endpoint.endpoint().address()), List.of(), "");
    Facts facts = facts(Instant.now(), one, List.of(endpoint));
    return Summary.of(Report.of(facts, rules)).endpoints().getFirst();
  }

  private Facts facts(Instant at, AddressChoice addresses, List<EndpointFacts> endpoints) {
    return new Facts(
        Facts.SCHEMA,
        at,
        request.target(),
        options.referenceName().or(request.target()::name),
        options.ehloName().map(EhloName::value),
        lookup,
        addresses,
        endpoints,
        Duration.ZERO,
        true);
  }

  private static ScanOptions options(ScanChoices choices, CheckSettings settings) {
    return new ScanOptions(
        budget(choices.timeout()),
        choices.addresses(),
        choices.sni(),
        choices.referenceName(),
        choices.ehloName().or(settings::ehloName),
        settings.source(),
        settings.access().addresses());
  }

  private static Budget budget(Duration whole) {
    Budget usual = Budget.STANDARD;
    return new Budget(
        whole,
        shorter(usual.lookup(), whole),
        shorter(usual.connect(), whole),
        shorter(usual.greeting(), whole),
        shorter(usual.reply(), whole),
        shorter(usual.handshake(), whole));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
