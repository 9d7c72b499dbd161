package dev.smtpscope.bulk.synthetic;

import java.time.Duration;
import java.util.Locale;

/** One conversation with a mail server of the synthetic internet. For the server's thread. */
final class Visitor {
  private static final Duration DRIP = Duration.ofSeconds(1);

  private final Connection connection;
  private final Credentials credentials;
  private final Internet.Provider provider;
  private final Manner manner;
  private final long latency;

  Visitor(Connection connection, Credentials credentials, Internet internet, int index) {
    this.connection = connection;
    this.credentials = credentials;
    this.provider = internet.providerAt(index);
    this.manner = internet.manner(index);
    this.latency = internet.latency(index).toNanos();
  }

  void welcome() {
    connection.onLine(this::obey);
    switch (manner) {
      case WELL_BEHAVED, PLAIN, STALLING -> reply("220 " + host() + " ESMTP Postfix\r\n");
      case BUSY -> last("421 4.3.2 " + host() + " too many connections, try again later\r\n");
      case REJECTING -> last("554 5.7.1 " + host() + " no service for you\r\n");
      case RESETTING -> later(connection::reset);
      case DRIPPING -> drip("220 " + "-".repeat(500), 0);
      case SILENT, DEAD, REFUSING -> {}
    }
  }

  private String host() {
    return provider.host(0);
  }

  private void obey(String command) {
    String verb = command.toUpperCase(Locale.ROOT).split(" ", 2)[0];
    switch (verb) {
      case "EHLO" -> reply(capabilities());
      case "HELO" -> reply("250 " + host() + "\r\n");
      case "STARTTLS" -> startTls();
      case "QUIT" -> last("221 2.0.0 Bye\r\n");
      default -> reply("502 5.5.2 Error: command not recognized\r\n");
    }
  }

  private String capabilities() {
    boolean offers = !connection.isInTls() && manner != Manner.PLAIN;
    return "250-"
        + host()
        + "\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-ETRN\r\n"
        + (offers ? "250-STARTTLS\r\n" : "")
        + "250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250-DSN\r\n250-SMTPUTF8\r\n250 CHUNKING\r\n";
  }

  /** In one step: whoever hears of it begins at once. */
  private void startTls() {
    later(() -> {
      connection.say("220 2.0.0 Ready to start TLS\r\n");
      if (manner == Manner.STALLING && connection.isOpen()) {
        connection.goDeaf();
      } else if (connection.isOpen()) {
        connection.startTls(credentials.engine(provider));
      }
    });
  }

  private void reply(String text) {
    later(() -> connection.say(text));
  }

  private void last(String text) {
    later(() -> {
      connection.say(text);
      connection.close();
    });
  }

  private void drip(String text, int at) {
    connection.later(
        DRIP.toNanos(),
        () -> {
          if (connection.isOpen() && at < text.length()) {
            connection.say(text.substring(at, at + 1));
            drip(text, at + 1);
          }
        });
  }

  private void later(Runnable task) {
    connection.later(latency, task);
  }
}
