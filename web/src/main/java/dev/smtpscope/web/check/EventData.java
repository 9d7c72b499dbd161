package dev.smtpscope.web.check;

import dev.smtpscope.facts.Stage;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.target.Role;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What the events of a check carry. */
final class EventData {
  private EventData() {}

  /**
   * An address and port.
   *
   * @param key the same in all events, and fit for an id in HTML
   */
  record EndpointName(InetAddress address, int port, Role role, String key) {}

  record Queued(int place) {}

  record Started(String target) {}

  record LookupFinished(
      List<InetAddress> addresses,
      List<InetAddress> leftOut,
      String why,
      List<EndpointName> endpoints) {}

  record EndpointStarted(EndpointName endpoint) {}

  record StageStarted(EndpointName endpoint, Stage stage) {}

  record StageFinished(EndpointName endpoint, Stage stage, long ms) {}

  record EndpointFinished(
      EndpointName endpoint,
      EndpointState state,
      String sentence,
      Optional<Severity> worst,
      long ms) {}

  record Finished(Outcome outcome, String sentence) {}

  record Failed(String why) {}
}
