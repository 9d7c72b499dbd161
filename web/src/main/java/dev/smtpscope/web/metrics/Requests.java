package dev.smtpscope.web.metrics;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Optional;

/** Counts requests by the pattern of their route, never by their path. */
final class Requests implements RequestLogger {
  private static final double[] BOUNDS = {0.005, 0.025, 0.1, 0.5, 2.5, 10, 60};

  private final Counter counted;
  private final Histogram durations;

  Requests(Gauges gauges) {
    this.counted =
        Counter.builder()
            .name("smtpscope_http_requests_total")
            .help("Requests answered, by route and class of status.")
            .labelNames("route", "status")
            .register(gauges.registry());
    this.durations =
        Histogram.builder()
            .name("smtpscope_http_request_duration_seconds")
            .help("Time to answer a request, by route.")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .register(gauges.registry());
  }

  @Override
  public void handle(Context context, Float millis) {
    String route = route(context);
    counted.labelValues(route, context.statusCode() / 100 + "xx").inc();
    durations.labelValues(route).observe(millis / 1000);
  }

  private static String route(Context context) {
    return Optional.ofNullable(context.endpoints().matchedHttpEndpoint())
        .map(Requests::pattern)
        .orElse("none");
  }

  private static String pattern(Endpoint endpoint) {
    return endpoint.path;
  }
}
