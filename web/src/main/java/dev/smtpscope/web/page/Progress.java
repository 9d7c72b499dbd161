package dev.smtpscope.web.page;

import dev.smtpscope.facts.Route;
import dev.smtpscope.json.InvalidJsonException;
import dev.smtpscope.json.RecordJson;
import dev.smtpscope.render.outline.Mark;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.text.Words;
import dev.smtpscope.web.check.CheckEvent;
import dev.smtpscope.web.check.EventData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of a check have told so far. Used by one thread. */
final class Progress {
  private final Target target;
  private final Map<String, LiveCard> cards = new LinkedHashMap<>();
  private final List<LiveHost> hosts = new ArrayList<>();
  private String status = "Starting";
  private boolean queued;

  private Progress(Target target) {
    this.target = target;
  }

  static Progress of(Target target, List<CheckEvent> events) {
    Progress progress = new Progress(target);
    events.forEach(progress::take);
    return progress;
  }

  /** In a few words. */
  String status() {
    return status;
  }

  /** Whether it still waits for its turn. */
  boolean isQueued() {
    return queued;
  }

  List<LiveHost> hosts() {
    return List.copyOf(hosts);
  }

  private void take(CheckEvent event) {
    switch (event.type()) {
      case "queued" -> queued(read(event, EventData.Queued.class));
      case "started" -> started();
      case "route-found" -> found(read(event, EventData.RouteFound.class));
      case "endpoint-started" ->
          card(read(event, EventData.EndpointStarted.class).endpoint()).begin();
      case "stage-started" -> stage(read(event, EventData.StageStarted.class));
      case "stage-finished" -> stage(read(event, EventData.StageFinished.class));
      case "audit-progress" -> audit(read(event, EventData.AuditProgress.class));
      case "endpoint-finished" -> done(read(event, EventData.EndpointFinished.class));
      default -> {}
    }
  }

  private void queued(EventData.Queued event) {
    queued = true;
    status = event.place() == 1 ? "Next in the queue" : "Place " + event.place() + " in the queue";
  }

  private void started() {
    queued = false;
    status = "Looking up the servers";
  }

  private void found(EventData.RouteFound event) {
    hosts.clear();
    if (event.kind() == Route.Kind.HOST) {
      hosts.add(LiveHost.alone(event.endpoints().stream().map(this::card).toList()));
    } else {
      event.hosts().forEach(host -> hosts.add(LiveHost.of(host, newCards(host, event))));
    }
    count();
  }

  private List<LiveCard> newCards(EventData.HostName host, EventData.RouteFound event) {
    return event.endpoints().stream()
        .filter(e -> host.endpoints().contains(e.key()) && !cards.containsKey(e.key()))
        .map(this::card)
        .toList();
  }

  private void stage(EventData.StageStarted event) {
    card(event.endpoint()).step(event.stage(), "running", "");
  }

  private void stage(EventData.StageFinished event) {
    card(event.endpoint()).step(event.stage(), "done", event.ms() + " ms");
  }

  private void audit(EventData.AuditProgress event) {
    card(event.endpoint()).audit(event.connections());
  }

  private void done(EventData.EndpointFinished event) {
    Mark mark =
        event
            .worst()
            .map(Mark::of)
            .orElse(event.state() == EndpointState.OPEN ? Mark.GOOD : Mark.OPEN);
    String state = event.state().id().replace('-', ' ') + ", " + event.ms() + " ms";
    LiveCard card = card(event.endpoint());
    event.failed().forEach(card::fail);
    card.end(mark, state, event.sentence());
    count();
  }

  private void count() {
    long done = cards.values().stream().filter(c -> c.phase() == LiveCard.Phase.DONE).count();
    status = done + " of " + Words.count(cards.size(), "port") + " done";
  }

  private LiveCard card(EventData.EndpointName name) {
    return cards.computeIfAbsent(
        name.key(),
        key -> new LiveCard("card-" + key, service(name.port()), Addresses.text(name.address())));
  }

  private Service service(int port) {
    return LiveView.services(target).stream()
        .filter(service -> service.port() == port)
        .findFirst()
        .orElseGet(() -> Service.onPort(port));
  }

  private static <T extends Record> T read(CheckEvent event, Class<T> type) {
    try {
      return RecordJson.read(event.json().getBytes(StandardCharsets.UTF_8), type);
    } catch (InvalidJsonException e) {
      throw new IllegalStateException(e);
    }
  }
}
