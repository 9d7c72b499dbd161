package dev.smtpscope.web;

import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.Occupancy;
import dev.smtpscope.web.http.Doorway;
import dev.smtpscope.web.http.Room;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** The web tester as a running service. Safe for all threads. */
public final class WebServer implements AutoCloseable {
  private final WebOptions options;
  private final CheckService checks;
  private final Javalin javalin;
  private final Health health = new Health();

  private WebServer(WebOptions options) {
    this.options = options;
    this.checks = new CheckService(options.checks());
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

  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    new Doorway(options.http()).configure(config, options.port());
    rooms().forEach(room -> room.open(config.routes));
  }

  private List<Room> rooms() {
    return List.of(health);
  }

  private static String reason(Throwable problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
