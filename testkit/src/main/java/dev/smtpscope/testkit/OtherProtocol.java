package dev.smtpscope.testkit;

import java.io.IOException;
import java.util.Optional;

/** Just enough of other protocols to be mistaken for them. */
final class OtherProtocol {
  private static final int HANDSHAKE_RECORD = 0x16;
  private static final int FATAL = 2;
  private static final int UNEXPECTED_MESSAGE = 10;
  private static final int HANDSHAKE_FAILURE = 40;

  private final Wire wire;

  OtherProtocol(Wire wire) {
    this.wire = wire;
  }

  void speak(Fault.Protocol protocol) throws IOException {
    switch (protocol) {
      case SSH -> ssh();
      case HTTP -> http();
      case IMAP -> imap();
      case POP3 -> dialogue("+OK POP3 server ready", "-ERR Unknown command.");
      case FTP -> dialogue("220 FTP server ready.", "500 Unknown command.");
      case TLS -> tls();
    }
  }

  static String alert(int level, int description) {
    return "\u0015\u0003\u0003\u0000\u0002" + (char) level + (char) description;
  }

  private void ssh() throws IOException {
    send("SSH-2.0-OpenSSH_9.6\r\n");
    command();
    send("Invalid SSH identification string.\r\n");
  }

  private void http() throws IOException {
    command();
    send(
        "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nContent-Type: text/html\r\n"
            + "Content-Length: 15\r\nConnection: close\r\n\r\n400 Bad Request");
  }

  private void imap() throws IOException {
    send("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] IMAP server ready\r\n");
    Optional<String> line = command();
    while (line.isPresent()) {
      send(line.get().split(" ", 2)[0] + " BAD Error in IMAP command\r\n");
      line = command();
    }
  }

  private void dialogue(String greeting, String answer) throws IOException {
    send(greeting + "\r\n");
    while (command().isPresent()) {
      send(answer + "\r\n");
    }
  }

  private void tls() throws IOException {
    int first = wire.read();
    if (first >= 0) {
      send(alert(FATAL, first == HANDSHAKE_RECORD ? HANDSHAKE_FAILURE : UNEXPECTED_MESSAGE));
    }
  }

  private Optional<String> command() throws IOException {
    Optional<String> line = wire.readLine();
    line.ifPresent(wire.recording()::command);
    return line;
  }

  private void send(String octets) throws IOException {
    wire.send(octets, Shape.PLAIN);
  }
}
