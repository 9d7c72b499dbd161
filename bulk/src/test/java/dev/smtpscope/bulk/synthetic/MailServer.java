package dev.smtpscope.bulk.synthetic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * All mail servers of the synthetic internet at one port: one thread listens at every address of
 * this machine and behaves as the one that was called would.
 */
final class MailServer {
  private static final int BACKLOG = 4_096;

  private final Internet internet;
  private final Credentials credentials;
  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final Timetable timetable = new Timetable();
  private final ByteBuffer net = ByteBuffer.allocateDirect(32_768);
  private final ByteBuffer scratch = TlsLayer.scratch();
  private final List<AutoCloseable> dead = new ArrayList<>();

  MailServer(Internet internet, Credentials credentials, int port) throws IOException {
    this.internet = internet;
    this.credentials = credentials;
    listener.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    listener.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), port), BACKLOG);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    for (int i = 0; i < internet.addresses(); i++) {
      if (internet.manner(i) == Manner.DEAD) {
        bury(internet.address(i));
      }
    }
  }

  int port() {
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

  /** Serves until the process ends. */
  void run() throws IOException {
    while (true) {
      selector.select(this::ready, timetable.millis());
      timetable.run();
    }
  }

  private void ready(SelectionKey key) {
    if (key.isValid() && key.isAcceptable()) {
      acceptAll();
    } else if (key.isValid() && key.attachment() instanceof Visitor visitor) {
      visitor.readable(net);
    }
  }

  private void acceptAll() {
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
    full.bind(new InetSocketAddress(address, port()), 1);
    dead.add(full);
    for (int i = 0; i < 2; i++) {
      Socket caller = new Socket();
      caller.connect(full.getLocalSocketAddress(), 1000);
      dead.add(caller);
    }
  }
}
