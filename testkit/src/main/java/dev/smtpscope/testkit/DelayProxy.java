package dev.smtpscope.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * Distance, simulated: a TCP proxy on loopback that delivers each octet a fixed time after it came,
 * in both directions and in order.
 *
 * <p>The kernel completes a client's connect at once. To keep the sum right, the proxy opens its
 * own connection three one-way delays later, so that a server's greeting arrives two round trips
 * after the client began to connect, as it would over a real line. Thread-safe; {@link #close()}
 * ends all connections.
 *
 * <pre>{@code
 * try (DelayProxy far = DelayProxy.to(server.endpoint(), Duration.ofMillis(25))) {
 *   talkTo(far.endpoint()); // 50 ms on each round trip
 * }
 * }</pre>
 */
public final class DelayProxy implements AutoCloseable {
  private static final int BACKLOG = 128;
  private static final int HANDSHAKE_LEGS = 3;

  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final Duration oneWay;
  private final ConnectionThreads threads = new ConnectionThreads();

  private DelayProxy(ServerSocket listener, InetSocketAddress target, Duration oneWay) {
    this.listener = listener;
    this.target = target;
    this.oneWay = oneWay;
  }

  /** A proxy at a free port of a fresh loopback address. */
  public static DelayProxy to(InetSocketAddress target, Duration oneWay) throws IOException {
    return on(Loopback.address(), 0, target, oneWay);
  }

  /** A proxy at this address and port; port 0 is a free one. */
  public static DelayProxy on(
      InetAddress address, int port, InetSocketAddress target, Duration oneWay) throws IOException {
    ServerSocket listener = new ServerSocket(port, BACKLOG, address);
    DelayProxy proxy = new DelayProxy(listener, target, oneWay);
    proxy.threads.start(proxy::accept);
    return proxy;
  }

  /** Where it listens. */
  public InetSocketAddress endpoint() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        client.setTcpNoDelay(true);
        threads.serve(client, () -> join(client));
      }
    } catch (IOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void join(Socket client) {
    try (Socket server = new Socket()) {
      Pause.of(oneWay.multipliedBy(HANDSHAKE_LEGS));
      server.setTcpNoDelay(true);
      server.connect(target);
      pump(client, server);
    } catch (IOException gone) {
      // Either end left: the other's socket is closed too, which is all there is to tell it.
    }
  }

  private void pump(Socket client, Socket server) throws IOException {
    DelayLine toClient = new DelayLine(client, oneWay);
    DelayLine toServer = new DelayLine(server, oneWay);
    threads.start(toClient::deliver);
    threads.start(toServer::deliver);
    threads.start(() -> toClient.carry(server));
    toServer.carry(client);
    toClient.awaitEnd();
  }
}
