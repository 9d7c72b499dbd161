package dev.smtpscope.web.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Closes connections on which no request has begun for a while. An idle time-out is not enough: who
 * sends a header's octets one by one is never idle.
 */
final class Impatience implements Connection.Listener, HttpConfiguration.Customizer {
  private static final long SWEEP_MILLIS = 1000;

  private final Map<Connection, Long> waiting = new ConcurrentHashMap<>();
  private final long limitNanos;

  Impatience(Duration limit) {
    this.limitNanos = limit.toNanos();
  }

  void watch(Connector connector) {
    connector.getScheduler().schedule(() -> sweep(connector), SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void onOpened(Connection connection) {
    waiting.put(connection, System.nanoTime());
  }

  @Override
  public void onClosed(Connection connection) {
    waiting.remove(connection);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    Connection connection = request.getConnectionMetaData().getConnection();
    waiting.remove(connection);
    Request.addCompletionListener(request, _ -> waitForNext(connection));
    return request;
  }

  private void waitForNext(Connection connection) {
    if (connection.getEndPoint().isOpen()) {
      waiting.put(connection, System.nanoTime());
    }
  }

  private void sweep(Connector connector) {
    long now = System.nanoTime();
    waiting.forEach((connection, since) -> {
      if (now - since > limitNanos) {
        waiting.remove(connection);
        connection.getEndPoint().close();
      }
    });
    if (connector.isRunning()) {
      watch(connector);
    }
  }
}
