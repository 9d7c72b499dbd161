package dev.smtpscope.web.check;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.json.RecordJson;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.FailedStages;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Writes what a scan does into the log of its check. */
final class EventWriter implements ScanListener {
  private final EventLog log;
  private final Function<EndpointFacts, EndpointSummary> judge;
  private final Map<Endpoint, EventData.EndpointName> names = new ConcurrentHashMap<>();

  /**
   * @param judge what one endpoint alone comes to
   */
  EventWriter(EventLog log, Function<EndpointFacts, EndpointSummary> judge) {
    this.log = log;
    this.judge = judge;
  }

  @Override
  public void on(ScanEvent event) {
    switch (event) {
      case ScanEvent.ScanStarted(Target target) ->
          write("started", new EventData.Started(target.input()));
      case ScanEvent.RouteFound(_, Route route) -> routeFound(route);
      case ScanEvent.EndpointStarted(Endpoint endpoint) ->
          write("endpoint-started", new EventData.EndpointStarted(name(endpoint)));
      case ScanEvent.StageStarted(Endpoint endpoint, var stage) ->
          write("stage-started", new EventData.StageStarted(name(endpoint), stage));
      case ScanEvent.StageFinished(Endpoint endpoint, StageTime time) ->
          write(
              "stage-finished",
              new EventData.StageFinished(name(endpoint), time.stage(), time.elapsed().toMillis()));
      case ScanEvent.AuditProgress(Endpoint endpoint, int connections) ->
          write("audit-progress", new EventData.AuditProgress(name(endpoint), connections));
      case ScanEvent.EndpointFinished(EndpointFacts facts) -> endpointFinished(facts);
      case ScanEvent.ScanFinished finished -> {}
    }
  }

  void queued(int place) {
    write("queued", new EventData.Queued(place));
  }

  void end(CheckState state) {
    switch (state) {
      case CheckState.Finished(Report report) -> {
        Summary summary = Summary.of(report);
        end("finished", new EventData.Finished(summary.outcome(), summary.sentence()));
      }
      case CheckState.Failed(String why) -> end("failed", new EventData.Failed(why));
      case CheckState.Queued queued -> {}
      case CheckState.Running running -> {}
    }
  }

  private void routeFound(Route route) {
    Map<Endpoint, EventData.EndpointName> found = new LinkedHashMap<>();
    List<EventData.HostName> hosts = new ArrayList<>();
    for (MailHost host : route.hosts()) {
      hosts.add(told(host, host.endpoints().map(e -> named(e, found).key()).toList()));
    }
    names.putAll(found);
    List<String> leftOut = route.leftOut().stream().map(DnsName::text).toList();
    write(
        "route-found",
        new EventData.RouteFound(
            route.kind(), route.why(), hosts, leftOut, List.copyOf(found.values())));
  }

  private static EventData.HostName told(MailHost host, List<String> endpoints) {
    AddressChoice addresses = host.addresses();
    return new EventData.HostName(
        host.label(),
        host.preference(),
        addresses.tested(),
        addresses.leftOut(),
        addresses.why(),
        endpoints);
  }

  private static EventData.EndpointName named(
      Endpoint endpoint, Map<Endpoint, EventData.EndpointName> found) {
    return found.computeIfAbsent(endpoint, it -> named(it, found.size()));
  }

  private static EventData.EndpointName named(Endpoint endpoint, int number) {
    return new EventData.EndpointName(
        endpoint.address(), endpoint.service().port(), endpoint.service().role(), "e" + number);
  }

  private void endpointFinished(EndpointFacts facts) {
    EndpointSummary summary = judge.apply(facts);
    write(
        "endpoint-finished",
        new EventData.EndpointFinished(
            name(facts.endpoint()),
            summary.state(),
            summary.sentence(),
            summary.worst(),
            FailedStages.of(facts),
            facts.elapsed().toMillis()));
  }

  private EventData.EndpointName name(Endpoint endpoint) {
    return names.getOrDefault(
        endpoint,
        new EventData.EndpointName(
            endpoint.address(), endpoint.service().port(), endpoint.service().role(), "e"));
  }

  private void write(String type, Record data) {
    log.append(type, RecordJson.write(data));
  }

  private void end(String type, Record data) {
    log.end(type, RecordJson.write(data));
  }
}
