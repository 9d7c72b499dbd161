package dev.smtpscope.bulk.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** One thread that serves all who come to many addresses, and waits for none of them. */
final class Loop implements Closeable {
  private static final int BACKLOG = 4_096;

  private final Selector selector = Selector.open();
  private final Timetable timetable = new Timetable();
  private final ByteBuffer net = ByteBuffer.allocateDirect(32_768);
  private final ByteBuffer scratch = TlsLayer.scratch();
  private final List<Closeable> sockets = new ArrayList<>();

  Loop() throws IOException {}

  /** What happens to who comes to an address. */
  @FunctionalInterface
  interface Door {
    void enter(Connection connection, InetAddress called);
  }

  /** Returns the port, which the system chooses where it is 0. Safe for all threads. */
  int listen(InetAddress address, int port, Door door) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    keep(listener);
    listener.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    listener.bind(new InetSocketAddress(address, port), BACKLOG);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT, door);
    selector.wakeup();
    return listener.socket().getLocalPort();
  }

  /** Closes that at the end. Safe for all threads. */
  synchronized void keep(Closeable socket) {
    sockets.add(socket);
  }

  /** At once where it is in no time. */
  void later(long nanos, Runnable task) {
    if (nanos == 0) {
      task.run();
    } else {
      timetable.add(nanos, task);
    }
  }

  /** Serves on a thread of its own until closed. */
  void start() {
    Thread.ofPlatform()
        .daemon()
        .name("servers")
        .start(() -> {
          try {
            run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
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
    if (!key.isValid()) {
      return;
    }
    switch (key.attachment()) {
      case Door door -> acceptAll((ServerSocketChannel) key.channel(), door);
      case Connection connection -> connection.readable(net);
      default -> throw new IllegalStateException("nobody's key");
    }
  }

  private void acceptAll(ServerSocketChannel listener, Door door) {
    try {
      SocketChannel channel = listener.accept();
      while (channel != null) {
        admit(channel, door);
        channel = listener.accept();
      }
    } catch (IOException e) {
      // it left before it came in, or there are too many
    }
  }

  private void admit(SocketChannel channel, Door door) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    InetSocketAddress called = (InetSocketAddress) channel.getLocalAddress();
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    Connection connection = new Connection(this, key, scratch);
    key.attach(connection);
    door.enter(connection, called.getAddress());
  }

  @Override
  public synchronized void close() throws IOException {
    for (Closeable socket : sockets) {
      socket.close();
    }
    selector.close();
  }
}
