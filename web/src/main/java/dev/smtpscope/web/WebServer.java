package dev.smtpscope.web;

import dev.smtpscope.web.api.ApiErrors;
import dev.smtpscope.web.api.ChecksApi;
import dev.smtpscope.web.api.StreamLimits;
import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.check.Client;
import dev.smtpscope.web.check.Occupancy;
import dev.smtpscope.web.http.Caller;
import dev.smtpscope.web.http.Doorway;
import dev.smtpscope.web.http.Room;
import dev.smtpscope.web.link.LinkLimits;
import dev.smtpscope.web.link.LinkStore;
import dev.smtpscope.web.metrics.Metrics;
import dev.smtpscope.web.metrics.Probe;
import dev.smtpscope.web.page.Pages;
import dev.smtpscope.web.page.Visitor;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The web tester as a running service. Safe for all threads. */
public final class WebServer implements AutoCloseable {
  private final WebOptions options;
  private final CheckService checks;
  private final ChecksApi api;
  private final Doorway doorway;
  private final Javalin javalin;
  private final Health health = new Health();

  private WebServer(WebOptions options) {
    this.options = options;
    this.checks = new CheckService(options.checks());
    this.api = new ChecksApi(checks, streams(options), WebServer::client);
    this.doorway = new Doorway(options.http());
    this.javalin = Javalin.create(this::configure);
  }

  /** Starts a service; an {@link IOException} says why it cannot listen. */
  public static WebServer start(WebOptions options) throws IOException {
    Logs.silence();
    WebServer server = new WebServer(options);
    try {
      server.javalin.start();
      Logs.calm();
      return server;
    } catch (JavalinException e) {
      server.javalin.stop();
      throw new IOException(reason(e), e);
    }
  }

  /** Where it listens, with the port it got. */
  public InetSocketAddress address() {
    return new InetSocketAddress(options.http().listen(), javalin.port());
  }

  /** How much there is to do. */
  public Occupancy occupancy() {
    return checks.occupancy();
  }

  /**
   * Takes no checks any more, waits for those under way, and cuts those short that have not ended
   * in {@code bound}. Results can be fetched meanwhile.
   */
  public void drain(Duration bound) throws InterruptedException {
    health.drain();
    checks.drain(bound);
  }

  /** Ends it; answers under way have a few seconds to be sent. */
  @Override
  public void close() {
    doorway.finish();
    javalin.stop();
    api.close();
  }

  private void configure(JavalinConfig config) {
    doorway.configure(config, options.port());
    Pages pages = pages();
    Probe probe = new Probe(checks);
    Metrics metrics = new Metrics(checks, probe::inFlight, api::openStreams, options.http());
    List<Room> rooms = List.of(health, api::addTo, pages, probe, metrics);
    config.requestLogger.http(metrics.requests());
    rooms.forEach(room -> room.open(config.routes));
    config.routes.exception(HttpResponseException.class, (e, c) -> tell(e, c, pages));
    config.routes.exception(Exception.class, (e, c) -> tellOfMistake(e, c, pages));
  }

  private Pages pages() {
    CheckSettings settings = options.checks();
    Optional<LinkStore> links =
        options
            .links()
            .map(f -> new LinkStore(f, LinkLimits.STANDARD, settings.anchors(), settings.clock()));
    return new Pages(options.http().basePath().value(), checks, links, WebServer::visitor);
  }

  private static Visitor visitor(Context context) {
    Caller caller = Caller.of(context);
    return new Visitor(Client.at(caller.address()), caller.origin());
  }

  private static void tell(HttpResponseException e, Context context, Pages pages) {
    if (ApiErrors.concerns(context)) {
      new ApiErrors().handle(e, context);
    } else {
      pages.errors().tell(e, context);
    }
  }

  private static void tellOfMistake(Exception e, Context context, Pages pages) {
    if (ApiErrors.concerns(context)) {
      new ApiErrors().tellOfMistake(e, context);
    } else {
      pages.errors().tellOfMistake(e, context);
    }
  }

  private static StreamLimits streams(WebOptions options) {
    return options.http().isPublic() ? StreamLimits.PUBLIC : StreamLimits.PRIVATE;
  }

  private static Client client(Context context) {
    return Client.at(Caller.of(context).address());
  }

  private static String reason(Throwable problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
