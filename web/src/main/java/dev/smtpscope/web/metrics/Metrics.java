package dev.smtpscope.web.metrics;

import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.Occupancy;
import dev.smtpscope.web.http.Caller;
import dev.smtpscope.web.http.HttpOptions;
import dev.smtpscope.web.http.Room;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.RequestLogger;
import java.util.function.IntSupplier;

/**
 * {@code /metrics}: how the service itself fares. In public it is told to this machine alone unless
 * a token guards all.
 */
public final class Metrics implements Room {
  private final Gauges gauges = new Gauges();
  private final Requests requests = new Requests(gauges);
  private final boolean isOpen;

  /**
   * @param probes how many scrapes wait for their result
   * @param streams how many streams of events are open
   */
  public Metrics(
      CheckService checks, IntSupplier probes, IntSupplier streams, HttpOptions options) {
    this.isOpen = !options.isPublic() || options.token().isPresent();
    addChecks(checks);
    gauges.asked("smtpscope_probes_in_flight", "Scrapes that wait for a result.", probes::getAsInt);
    gauges.asked("smtpscope_event_streams", "Streams of events that are open.", streams::getAsInt);
    Machine.addTo(gauges);
  }

  @Override
  public void open(RoutesConfig routes) {
    routes.get("/metrics", this::answer);
  }

  /** What counts requests. */
  public RequestLogger requests() {
    return requests;
  }

  private void addChecks(CheckService checks) {
    gauges.asked("smtpscope_checks_running", "Checks that run.", () -> now(checks).running());
    gauges.asked(
        "smtpscope_checks_queued", "Checks that wait for their turn.", () -> now(checks).queued());
    gauges.asked(
        "smtpscope_connections_in_use",
        "Places of connections to servers that are taken.",
        () -> now(checks).probes());
    gauges.asked(
        "smtpscope_results_kept", "Finished checks that can be fetched.", () -> now(checks).kept());
    gauges.asked(
        "smtpscope_results_kept_bytes",
        "Memory that finished checks take, about.",
        () -> now(checks).keptBytes());
    gauges.counted(
        "smtpscope_checks_finished_total",
        "Checks that have ended, by what they came to.",
        "outcome",
        checks.tally()::ended);
    gauges.counted(
        "smtpscope_checks_refused_total",
        "Checks that were not made, by reason.",
        "reason",
        checks.tally()::refused);
  }

  private static Occupancy now(CheckService checks) {
    return checks.occupancy();
  }

  private void answer(Context context) {
    if (!isOpen && !isFromHere(Caller.of(context))) {
      throw new HttpResponseException(403, "Metrics are told to this machine alone.");
    }
    Exposition.answer(context, gauges.registry());
  }

  private static boolean isFromHere(Caller caller) {
    return !caller.proxied() && caller.address().isLoopbackAddress();
  }
}
