package dev.smtpscope.testkit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been seen of one connection so far. Confined to the connection's thread. */
final class Recording {
  private static final int MOST_OCTETS = 1 << 20;
  private static final int MOST_LINES = 10_000;

  private final int number;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final List<String> plain = new ArrayList<>();
  private final List<String> inTls = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private Optional<String> serverName = Optional.empty();
  private Optional<Conversation.Tls> tls = Optional.empty();
  private Optional<String> problem = Optional.empty();
  private boolean secure;
  private boolean handshaking;
  private boolean serverSpoke;
  private boolean spokeEarly;

  Recording(int number) {
    this.number = number;
  }

  void received(byte[] octets, int from, int count) {
    spokeEarly |= count > 0 && !serverSpoke && !handshaking;
    int room = MOST_OCTETS - received.size();
    received.write(octets, from, Math.clamp(count, 0, room));
  }

  void command(String line) {
    List<String> commands = secure ? inTls : plain;
    if (commands.size() < MOST_LINES) {
      commands.add(line);
    }
  }

  void message(String text) {
    messages.add(text);
  }

  /** The server says something; whether the client has, and waits to be read. */
  void speaking(boolean clientSpoke) {
    spokeEarly |= clientSpoke && !serverSpoke;
    serverSpoke = true;
  }

  /** From here on what comes is TLS, and not speech. */
  void handshaking() {
    handshaking = true;
  }

  void serverName(String name) {
    serverName = Optional.of(name);
  }

  void secured(Conversation.Tls session) {
    secure = true;
    tls = Optional.of(session);
  }

  void problem(String what) {
    problem = problem.or(() -> Optional.of(what));
  }

  Conversation finished() {
    return new Conversation(
        number,
        plain,
        inTls,
        messages,
        Replies.octets(received.toByteArray()),
        serverName,
        tls,
        spokeEarly,
        problem);
  }
}
