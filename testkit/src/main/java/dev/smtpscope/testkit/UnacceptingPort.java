package dev.smtpscope.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that is bound and answers nobody: its backlog is full, so that connecting to it times out,
 * as it does behind a firewall that drops packets. Linux only.
 */
public final class UnacceptingPort implements AutoCloseable {
  private static final int MOST_FILLERS = 16;
  private static final int PROBE_MILLIS = 250;

  private final ServerSocket listener;
  private final List<Socket> fillers = new ArrayList<>();

  private UnacceptingPort(ServerSocket listener) {
    this.listener = listener;
  }

  /** Takes a free port of a fresh loopback address. */
  public static UnacceptingPort open() throws IOException {
    return open(Loopback.address(), 0);
  }

  /** Takes this port, or a free one for 0. */
  public static UnacceptingPort open(InetAddress address, int port) throws IOException {
    UnacceptingPort full = new UnacceptingPort(new ServerSocket(port, 1, address));
    full.fill();
    return full;
  }

  /** Where it is. */
  public InetSocketAddress endpoint() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    for (Socket filler : fillers) {
      filler.close();
    }
    listener.close();
  }

  private void fill() throws IOException {
    while (fillers.size() < MOST_FILLERS) {
      Socket filler = new Socket();
      fillers.add(filler);
      try {
        filler.connect(endpoint(), PROBE_MILLIS);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
    close();
    throw new IOException("the backlog does not fill up on this system");
  }
}
