package dev.smtpscope.cli.scan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.smtpscope.bulk.run.Standing;
import dev.smtpscope.cli.Listening;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers {@code GET /metrics} while a scan runs. It tells counts, and of no target. */
final class MetricsServer implements AutoCloseable {
  private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();
  private static final int WAITING = 16;

  private final HttpServer server;
  private final ScanMetrics metrics;

  private MetricsServer(HttpServer server, ScanMetrics metrics) {
    this.server = server;
    this.metrics = metrics;
  }

  static MetricsServer start(Listening at, Supplier<Standing> standing) throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(at.address(), at.port()), WAITING);
    MetricsServer server = new MetricsServer(http, new ScanMetrics(standing));
    http.createContext("/", server::answer);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
    return server;
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean isRead = exchange.getRequestMethod().matches("GET|HEAD");
      boolean isKnown = exchange.getRequestURI().getPath().equals("/metrics");
      if (isRead && isKnown) {
        send(exchange);
      } else {
        exchange.sendResponseHeaders(isKnown ? 405 : 404, -1);
      }
    }
  }

  private void send(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    WRITER.write(text, metrics.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    exchange.getResponseHeaders().set("Content-Type", WRITER.getContentType());
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, isHead ? -1 : text.size());
    if (!isHead) {
      text.writeTo(exchange.getResponseBody());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
