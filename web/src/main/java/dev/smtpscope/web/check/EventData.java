package dev.smtpscope.web.check;

import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.target.Role;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What the events of a check carry. */
public final class EventData {
  private EventData() {}

  /**
   * An address and port.
   *
   * @param key the same in all events, and fit for an id in HTML
   */
  public record EndpointName(InetAddress address, int port, Role role, String key) {}

  public record Queued(int place) {}

  public record Started(String target) {}

  /**
   * A server and its addresses.
   *
   * @param preference of its MX record
   * @param endpoints what is tested there, by key; an address of several hosts is tested once
   */
  public record HostName(
      String name,
      Optional<Integer> preference,
      List<InetAddress> addresses,
      List<InetAddress> leftOut,
      String why,
      List<String> endpoints) {}

  /**
   * It is known what is tested.
   *
   * @param why the target was taken as this kind
   * @param leftOut further hosts of the domain, which are not tested
   */
  public record RouteFound(
      Route.Kind kind,
      String why,
      List<HostName> hosts,
      List<String> leftOut,
      List<EndpointName> endpoints) {}

  public record EndpointStarted(EndpointName endpoint) {}

  public record StageStarted(EndpointName endpoint, Stage stage) {}

  public record StageFinished(EndpointName endpoint, Stage stage, long ms) {}

  /** The TLS audit has opened so many connections by now. */
  public record AuditProgress(EndpointName endpoint, int connections) {}

  /**
   * An address and port have been tested.
   *
   * @param failed the stages that did not lead where they should
   */
  public record EndpointFinished(
      EndpointName endpoint,
      EndpointState state,
      String sentence,
      Optional<Severity> worst,
      List<Stage> failed,
      long ms) {}

  public record Finished(Outcome outcome, String sentence) {}

  public record Failed(String why) {}
}
