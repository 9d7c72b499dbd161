package dev.smtpscope.bulk.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One connection to a server of the synthetic internet. For the server's thread. */
final class Visitor {
  private static final int LONGEST_LINE = 1_000;
  private static final Duration DRIP = Duration.ofSeconds(1);

  private final SelectionKey key;
  private final SocketChannel channel;
  private final MailServer server;
  private final Internet.Provider provider;
  private final Manner manner;
  private final long latency;
  private final StringBuilder line = new StringBuilder();
  private Optional<TlsLayer> tls = Optional.empty();

  Visitor(MailServer server, SelectionKey key, int index) {
    this.server = server;
    this.key = key;
    this.channel = (SocketChannel) key.channel();
    this.provider = server.internet().providerAt(index);
    this.manner = server.internet().manner(index);
    this.latency = server.internet().latency(index).toNanos();
  }

  void welcome() {
    switch (manner) {
      case WELL_BEHAVED, PLAIN, STALLING -> reply("220 " + host() + " ESMTP Postfix\r\n");
      case BUSY -> last("421 4.3.2 " + host() + " too many connections, try again later\r\n");
      case REJECTING -> last("554 5.7.1 " + host() + " no service for you\r\n");
      case RESETTING -> later(this::reset);
      case DRIPPING -> drip("220 " + "-".repeat(500), 0);
      case SILENT, DEAD, REFUSING -> {}
    }
  }

  private String host() {
    return provider.host(0);
  }

  /** Reads what came; false when the visitor has left. */
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
        String command = line.toString().strip().toUpperCase(Locale.ROOT);
        line.setLength(0);
        obey(command);
      } else if (line.length() < LONGEST_LINE) {
        line.append(next);
      }
    }
  }

  private void obey(String command) {
    String verb = command.split(" ", 2)[0];
    switch (verb) {
      case "EHLO" -> reply(capabilities());
      case "HELO" -> reply("250 " + host() + "\r\n");
      case "STARTTLS" -> startTls();
      case "QUIT" -> last("221 2.0.0 Bye\r\n");
      default -> reply("502 5.5.2 Error: command not recognized\r\n");
    }
  }

  private String capabilities() {
    boolean offers = tls.isEmpty() && manner != Manner.PLAIN;
    return "250-"
        + host()
        + "\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-ETRN\r\n"
        + (offers ? "250-STARTTLS\r\n" : "")
        + "250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250-DSN\r\n250-SMTPUTF8\r\n250 CHUNKING\r\n";
  }

  private void startTls() {
    reply("220 2.0.0 Ready to start TLS\r\n");
    if (manner == Manner.STALLING) {
      key.interestOps(0);
    } else {
      later(() -> tls = Optional.of(server.tls(provider)));
    }
  }

  private void reply(String text) {
    later(() -> say(text));
  }

  private void last(String text) {
    later(() -> {
      say(text);
      close();
    });
  }

  private void drip(String text, int at) {
    server.later(
        DRIP.toNanos(),
        () -> {
          if (channel.isOpen() && at < text.length()) {
            say(text.substring(at, at + 1));
            drip(text, at + 1);
          }
        });
  }

  private void later(Runnable task) {
    if (latency == 0) {
      task.run();
    } else {
      server.later(latency, task);
    }
  }

  private void say(String text) {
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

  private void reset() {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      // it has left already
    }
    close();
  }

  private void close() {
    tls.ifPresent(layer -> layer.close(this::writeIfOpen));
    tls = Optional.empty();
    try {
      channel.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }
}
