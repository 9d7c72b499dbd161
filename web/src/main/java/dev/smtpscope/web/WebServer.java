package dev.smtpscope.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.InetSocketAddress;

/** The web tester as a running service. Safe for all threads. */
public final class WebServer implements AutoCloseable {
  /** The longest request body, in octets; a request is a few words. */
  private static final long MAX_BODY = 64 * 1024;

  private final Javalin javalin;
  private final InetSocketAddress listen;

  private WebServer(InetSocketAddress listen) {
    this.listen = listen;
    this.javalin = Javalin.create(WebServer::configure);
  }

  /** Starts a server on {@code listen}; port 0 takes a free one. */
  public static WebServer start(InetSocketAddress listen) {
    WebServer server = new WebServer(listen);
    server.javalin.start(listen.getHostString(), listen.getPort());
    return server;
  }

  /** Where it listens, with the port it got. */
  public InetSocketAddress address() {
    return new InetSocketAddress(listen.getHostString(), javalin.port());
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = MAX_BODY;
    config.routes.get("/health", context -> context.result("ok\n"));
  }
}
