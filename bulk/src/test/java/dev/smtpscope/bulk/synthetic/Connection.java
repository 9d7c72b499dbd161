package dev.smtpscope.bulk.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/** A visitor's connection to a server, line by line, in TLS or not. For the server's thread. */
final class Connection {
  private static final int LONGEST_LINE = 1_000;

  private final Loop loop;
  private final SelectionKey key;
  private final SocketChannel channel;
  private final ByteBuffer scratch;
  private final StringBuilder line = new StringBuilder();
  private Consumer<String> listener = _ -> {};
  private Optional<TlsLayer> tls = Optional.empty();

  Connection(Loop loop, SelectionKey key, ByteBuffer scratch) {
    this.loop = loop;
    this.key = key;
    this.channel = (SocketChannel) key.channel();
    this.scratch = scratch;
  }

  /** Tells each line, without its end and blanks around it. */
  void onLine(Consumer<String> listener) {
    this.listener = listener;
  }

  void later(long nanos, Runnable task) {
    loop.later(nanos, task);
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  boolean isInTls() {
    return tls.isPresent();
  }

  void startTls(SSLEngine engine) {
    tls = Optional.of(new TlsLayer(engine, scratch));
  }

  /** Hears nothing any more. */
  void goDeaf() {
    key.interestOps(0);
  }

  /** Reads what came. */
  void readable(ByteBuffer net) {
    try {
      net.clear();
      int count = channel.read(net);
      net.flip();
      if (count < 0) {
        close();
      } else if (tls.isPresent()) {
        tls.get().received(net, this::write, this::hear);
      } else {
        hear(net);
      }
    } catch (IOException | UncheckedIOException e) {
      close();
    }
  }

  private void hear(ByteBuffer plain) {
    while (plain.hasRemaining()) {
      char next = (char) (plain.get() & 0xff);
      if (next == '\n') {
        String heard = line.toString().strip();
        line.setLength(0);
        listener.accept(heard);
      } else if (line.length() < LONGEST_LINE) {
        line.append(next);
      }
    }
  }

  void say(String text) {
    ByteBuffer plain = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    try {
      if (tls.isPresent()) {
        tls.get().send(plain, this::write);
      } else {
        write(plain);
      }
    } catch (IOException | UncheckedIOException e) {
      close();
    }
  }

  /** What is said is short, so that the socket takes it at once. */
  private void write(ByteBuffer octets) {
    try {
      channel.write(octets);
      if (octets.hasRemaining()) {
        close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeIfOpen(ByteBuffer octets) {
    if (channel.isOpen()) {
      write(octets);
    }
  }

  void reset() {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      // it has left already
    }
    close();
  }

  void close() {
    tls.ifPresent(layer -> layer.close(this::writeIfOpen));
    tls = Optional.empty();
    try {
      channel.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }
}
