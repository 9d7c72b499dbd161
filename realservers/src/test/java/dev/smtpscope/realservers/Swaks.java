package dev.smtpscope.realservers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SMTP dialogue as {@code swaks} has it. */
final class Swaks {
  private static final Pattern LINE = Pattern.compile("(<[-~*][ *]| [-~*]>) (.*)");
  private static final String CLIENT = "client.smtpscope.test";

  /** A line of the dialogue, without its end. */
  record Line(boolean fromServer, boolean insideTls, String text) {}

  /**
   * A whole session.
   *
   * @param status swaks's exit status: 0 when all went as asked
   */
  record Session(int status, List<Line> lines, String output) {
    List<String> fromServer(boolean insideTls) {
      return lines.stream()
          .filter(line -> line.fromServer() && line.insideTls() == insideTls)
          .map(Line::text)
          .toList();
    }

    Optional<String> greeting() {
      return lines.stream().filter(Line::fromServer).map(Line::text).findFirst();
    }

    /** Keyword lines of the EHLO reply, as they came, without its first line. */
    List<String> capabilities(boolean insideTls) {
      return fromServer(insideTls).stream()
          .filter(line -> line.startsWith("250"))
          .skip(1)
          .map(line -> line.substring("250-".length()))
          .toList();
    }

    boolean offers(String keyword, boolean insideTls) {
      return capabilities(insideTls).stream()
          .anyMatch(line -> (line + " ").startsWith(keyword + " "));
    }
  }

  private Swaks() {}

  /** Greets the server, in TLS where the port has it, says EHLO and leaves. */
  static Session ehlo(RunningServer server, Listener listener) {
    return run(server, listener, "--quit-after", "EHLO");
  }

  /** As {@link #ehlo}, but logs in as well. */
  static Session authenticate(
      RunningServer server, Listener listener, String user, String password) {
    return run(
        server,
        listener,
        "--quit-after",
        "AUTH",
        "--auth",
        "PLAIN",
        "--auth-user",
        user,
        "--auth-password",
        password);
  }

  private static Session run(RunningServer server, Listener listener, String... more) {
    Unpacked swaks = Unpacked.of("swaks");
    var words = new ArrayList<>(List.of("perl", swaks.file("usr/bin/swaks")));
    words.addAll(List.of("--server", server.ip() + ":" + listener.port(), "--ehlo", CLIENT));
    words.addAll(List.of("--timeout", "20", "--suppress-data"));
    switch (listener.tls()) {
      case NONE -> {}
      case STARTTLS, STARTTLS_REQUIRED -> words.add("--tls");
      case IMPLICIT -> words.add("--tls-on-connect");
    }
    words.addAll(List.of(more));
    Command.Output output =
        Command.of(words)
            .with(swaks.environment())
            .with(Map.of("OPENSSL_CONF", server.workspace().path("client/openssl.cnf")))
            .run();
    return new Session(output.status(), parse(output.lines()), output.text());
  }

  static List<Line> parse(List<String> output) {
    return output.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(found -> line(found.group(1), found.group(2)))
        .toList();
  }

  private static Line line(String mark, String text) {
    return new Line(mark.startsWith("<"), mark.contains("~"), text);
  }
}
