package dev.smtpscope.cli.progress;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.Route;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what each endpoint is doing. Safe for all threads. */
final class Steps implements ScanListener {
  static final String DONE = "done";

  private final Map<Endpoint, String> doing = new LinkedHashMap<>();
  private final Map<Endpoint, String> hosts = new HashMap<>();
  private String host = "";
  private int finished;

  @Override
  public synchronized void on(ScanEvent event) {
    switch (event) {
      case ScanEvent.ScanStarted e -> host = e.target().host().toString();
      case ScanEvent.RouteFound e -> found(e.route());
      case ScanEvent.EndpointStarted e -> doing.put(e.endpoint(), "connect");
      case ScanEvent.StageStarted e -> doing.put(e.endpoint(), e.stage().label());
      case ScanEvent.StageFinished e -> {}
      case ScanEvent.AuditProgress e -> doing.put(e.endpoint(), "audit " + e.connections());
      case ScanEvent.EndpointFinished e -> doing.put(e.facts().endpoint(), DONE);
      case ScanEvent.ScanFinished e -> finished++;
    }
  }

  private void found(Route route) {
    if (route.isDomain()) {
      route.hosts().forEach(mx -> mx.endpoints().forEach(e -> hosts.putIfAbsent(e, mx.label())));
    }
  }

  /** How things stand. */
  synchronized Standing standing(int targets) {
    return new Standing(targets, finished, host, new HashMap<>(hosts), new LinkedHashMap<>(doing));
  }

  /**
   * How things stand at one moment.
   *
   * @param host the last one begun
   * @param hosts the mail host that an endpoint is of, where a domain is tested
   */
  record Standing(
      int targets,
      int finished,
      String host,
      Map<Endpoint, String> hosts,
      Map<Endpoint, String> doing) {}
}
