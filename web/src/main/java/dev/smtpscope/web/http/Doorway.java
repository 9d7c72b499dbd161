package dev.smtpscope.web.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/**
 * Where every request comes in: bounds on what is read, and the guards, in the order in which they
 * ask.
 */
public final class Doorway {
  /** The longest request body, in octets; a request is a few words. */
  public static final int LONGEST_BODY = 64 * 1024;

  private static final int LONGEST_HEADER = 8 * 1024;
  private static final int MOST_CONNECTIONS = 2000;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration FOR_HEADER = Duration.ofSeconds(20);
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);
  private static final int SLOWEST_BODY = 256; // octets a second

  private final HttpOptions options;
  private final Impatience impatience;
  private final GracefulHandler answers = new GracefulHandler();

  public Doorway(HttpOptions options) {
    this(options, FOR_HEADER);
  }

  Doorway(HttpOptions options, Duration forHeader) {
    this.options = options;
    this.impatience = new Impatience(forHeader);
  }

  /** Sets {@code config} up; {@code port} 0 takes a free one. */
  public void configure(JavalinConfig config, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = LONGEST_BODY;
    config.router.contextPath =
        options.basePath().value().isEmpty() ? "/" : options.basePath().value();
    config.jetty.addConnector((server, _) -> connector(server, port));
    config.jetty.modifyServer(this::configure);
    guards().forEach(config.routes::before);
  }

  /** Waits a few seconds for the answers under way; requests that come now get 503. */
  public void finish() {
    try {
      answers.shutdown().get(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Whoever does not read loses the answer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Handler> guards() {
    ArrayList<Handler> guards = new ArrayList<>();
    guards.add(new HostGuard(options));
    options.token().ifPresent(token -> guards.add(new TokenGuard(token, options.basePath())));
    guards.add(new OriginGuard(options.basePath()));
    return guards;
  }

  private void configure(Server server) {
    server.setErrorHandler(new PlainErrors());
    answers.setHandler(new MinimumDataRateHandler(SLOWEST_BODY, 0));
    server.setHandler(answers);
    options.accessLog().ifPresent(out -> server.setRequestLog(new AccessLog(out)));
  }

  private ServerConnector connector(Server server, int port) {
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(options.listen().getHostAddress());
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.addBean(impatience);
    connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    connector.addEventListener(new Watching(impatience));
    return connector;
  }

  private HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(LONGEST_HEADER);
    http.setUriCompliance(UriCompliance.RFC3986);
    http.addCustomizer(impatience);
    http.addCustomizer(new Introduction(new Forwarding(options.trustedProxies())));
    return http;
  }
}
