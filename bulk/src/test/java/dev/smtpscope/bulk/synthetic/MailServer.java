package dev.smtpscope.bulk.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All mail servers of the synthetic internet at one port: one thread behaves as the one that was
 * called would. Listeners at all addresses at once would be more open files than many systems
 * allow, so each begins when its address is named. Where no server refuses connections, one listens
 * at every address of this machine.
 */
final class MailServer implements AutoCloseable {
  private static final int BACKLOG = 4_096;

  private final Internet internet;
  private final Credentials credentials;
  private final Selector selector = Selector.open();
  private final Timetable timetable = new Timetable();
  private final ByteBuffer net = ByteBuffer.allocateDirect(32_768);
  private final ByteBuffer scratch = TlsLayer.scratch();
  private final Set<InetAddress> opened = new HashSet<>();
  private final List<Closeable> sockets = new ArrayList<>();
  private final int port;

  MailServer(Internet internet, Credentials credentials, int port) throws IOException {
    this.internet = internet;
    this.credentials = credentials;
    InetAddress first =
        internet.refusals() == 0 ? InetAddress.ofLiteral("0.0.0.0") : internet.address(0);
    opened.add(first);
    this.port = listen(first, port);
  }

  int port() {
    return port;
  }

  /** Has the server at that address begin. Safe for all threads. */
  synchronized void open(InetAddress address) {
    try {
      if (opened.add(address)) {
        open(address, internet.manner(internet.index(address)));
      }
    } catch (IOException e) {
      System.err.println("cannot listen at " + address.getHostAddress() + ": " + e.getMessage());
    }
  }

  private void open(InetAddress address, Manner manner) throws IOException {
    switch (manner) {
      case REFUSING -> {}
      case DEAD -> bury(address);
      case WELL_BEHAVED, PLAIN, BUSY, REJECTING, RESETTING, SILENT, DRIPPING, STALLING ->
          listen(address, port);
    }
  }

  /** Returns the port, which the system chooses where it is 0. */
  private int listen(InetAddress address, int port) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    sockets.add(listener);
    listener.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    listener.bind(new InetSocketAddress(address, port), BACKLOG);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    selector.wakeup();
    return listener.socket().getLocalPort();
  }

  Internet internet() {
    return internet;
  }

  TlsLayer tls(Internet.Provider provider) {
    return new TlsLayer(credentials.engine(provider), scratch);
  }

  void later(long nanos, Runnable task) {
    timetable.add(nanos, task);
  }

  /** Serves until closed. */
  void run() throws IOException {
    try {
      while (true) {
        selector.select(this::ready, timetable.millis());
        timetable.run();
      }
    } catch (ClosedSelectorException e) {
      // it was closed
    }
  }

  private void ready(SelectionKey key) {
    if (key.isValid() && key.channel() instanceof ServerSocketChannel listener) {
      acceptAll(listener);
    } else if (key.isValid() && key.attachment() instanceof Visitor visitor) {
      visitor.readable(net);
    }
  }

  private void acceptAll(ServerSocketChannel listener) {
    try {
      SocketChannel visitor = listener.accept();
      while (visitor != null) {
        admit(visitor);
        visitor = listener.accept();
      }
    } catch (IOException e) {
      // it left before it came in, or there are too many
    }
  }

  private void admit(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    InetSocketAddress called = (InetSocketAddress) channel.getLocalAddress();
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    Visitor visitor = new Visitor(this, key, internet.index(called.getAddress()));
    key.attach(visitor);
    visitor.welcome();
  }

  /** A socket of its own, whose queue is full, takes the address away from the common one. */
  private void bury(InetAddress address) throws IOException {
    ServerSocket full = new ServerSocket();
    full.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    full.bind(new InetSocketAddress(address, port), 1);
    sockets.add(full);
    for (int i = 0; i < 2; i++) {
      Socket caller = new Socket();
      caller.connect(full.getLocalSocketAddress(), 1000);
      sockets.add(caller);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Closeable socket : sockets) {
      socket.close();
    }
    selector.close();
  }
}
