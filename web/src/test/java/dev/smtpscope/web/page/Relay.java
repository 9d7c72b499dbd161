package dev.smtpscope.web.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut and mended, or lead elsewhere. */
final class Relay implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;

  Relay(int target) throws IOException {
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Breaks all connections, and those to come. */
  void cut() {
    leadTo(0);
  }

  /** Breaks all connections; those to come lead to {@code port}. */
  void leadTo(int port) {
    target = port;
    open.forEach(Relay::drop);
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException e) {
      leadTo(0); // closed
    }
  }

  private void connect(Socket client) {
    open.add(client);
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(server);
      Thread.ofVirtual().start(() -> pump(server, client));
      pump(client, server);
    } catch (IOException | IllegalArgumentException e) {
      drop(client);
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // either side has gone
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // gone
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    leadTo(0);
  }
}
