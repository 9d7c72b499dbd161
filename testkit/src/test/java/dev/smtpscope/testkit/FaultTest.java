package dev.smtpscope.testkit;

import static dev.smtpscope.testkit.Servers.CA;
import static dev.smtpscope.testkit.Servers.HOST;
import static dev.smtpscope.testkit.Servers.SOON;
import static dev.smtpscope.testkit.Servers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultTest {
  private static final String GREETING = "220 mx.example.net ESMTP Postfix (Debian/GNU)\r\n";

  /** Brings a client to the point where the reply of a stage is due. */
  private static Client at(At stage, ScriptedSmtpServer server) throws Exception {
    Client client = Client.of(server);
    switch (stage) {
      case CONNECT, GREETING -> {}
      case EHLO -> say(client, "EHLO probe.example");
      case STARTTLS -> say(client, "STARTTLS");
      case QUIT -> say(client, "QUIT");
      case EHLO_IN_TLS -> {
        say(client, "STARTTLS");
        client.reply();
        client.startTls(CA.clientContext(), HOST).say("EHLO probe.example");
      }
      case HANDSHAKE, GREETING_IN_TLS -> throw new IllegalArgumentException(stage.name());
    }
    return client;
  }

  private static void say(Client client, String line) throws Exception {
    client.reply();
    client.say(line);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "GREETING", "EHLO", "STARTTLS", "EHLO_IN_TLS", "QUIT"})
  void hangs(At stage) throws Exception {
    try (var server = with(new Fault.Hang(stage));
        Client client = at(stage, server)) {
      client.patience(100);
      assertThatThrownBy(client::line).isInstanceOf(SocketTimeoutException.class);
      assertThat(server.conversations()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "GREETING", "EHLO", "STARTTLS", "QUIT"})
  void closes(At stage) throws Exception {
    try (var server = with(new Fault.Close(stage));
        Client client = at(stage, server)) {
      assertThat(client.rest()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "GREETING", "EHLO", "STARTTLS", "QUIT"})
  void resets(At stage) throws Exception {
    try (var server = with(new Fault.Reset(stage))) {
      assertThatThrownBy(() -> at(stage, server).rest())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void dripsAndSplits() throws Exception {
    try (var server =
            with(
                new Fault.Drip(At.GREETING, Duration.ofMillis(2)),
                new Fault.Split(At.EHLO),
                new Fault.Delay(At.QUIT, Duration.ofMillis(50)));
        Client client = Client.of(server)) {
      long begun = System.nanoTime();
      assertThat(client.reply()).isEqualTo(GREETING);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThan(Duration.ofMillis(2L * (GREETING.length() - 2)));
      assertThat(client.exchange("EHLO a")).startsWith("250-mx").endsWith("250 CHUNKING\r\n");
      assertThat(client.exchange("QUIT")).isEqualTo("221 2.0.0 Bye\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"GREETING,CLOSE", "EHLO,CLOSE", "GREETING,HANG", "EHLO,RESET"})
  void cuts(At stage, Fault.End end) throws Exception {
    try (var server = with(new Fault.Cut(stage, 7, end));
        Client client = at(stage, server)) {
      client.patience(200);
      assertThat(client.octets(7)).hasSize(7);
      switch (end) {
        case CLOSE -> assertThat(client.rest()).isEmpty();
        case RESET -> assertThatThrownBy(client::rest).hasMessageContaining("reset");
        case HANG -> assertThatThrownBy(client::line).isInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void floods(Fault.Endless what) throws Exception {
    try (var server = with(new Fault.Flood(At.EHLO, what));
        Client client = at(At.EHLO, server)) {
      String much = client.octets(1 << 20);
      assertThat(much).hasSize(1 << 20);
      switch (what) {
        case LINE -> assertThat(much).startsWith("250-xxx").doesNotContain("\n");
        case CONTINUATION -> assertThat(much).startsWith("250-X-MORE\r\n250-X-MORE\r\n250-");
        case BINARY -> assertThat(much).containsPattern("[^\\x00-\\x7f]");
      }
    }
  }

  @Test
  void saysSomethingElse() throws Exception {
    try (var server =
            with(
                new Fault.Reply(At.GREETING, "220-one\n220-\n220 two"),
                new Fault.Reply(At.EHLO, "502 5.5.1 no"),
                new Fault.Reply(At.STARTTLS, "454 4.7.0 later"));
        Client client = Client.of(server)) {
      assertThat(client.reply()).isEqualTo("220-one\r\n220-\r\n220 two\r\n");
      assertThat(client.exchange("EHLO a")).isEqualTo("502 5.5.1 no\r\n");
      assertThat(client.exchange("HELO a")).isEqualTo("250 mx.example.net\r\n");
      assertThat(client.exchange("STARTTLS")).isEqualTo("454 4.7.0 later\r\n");
      assertThat(client.exchange("QUIT")).startsWith("221 ");
    }
  }

  @Test
  void breaksReplies() throws Exception {
    try (var server =
            with(
                new Fault.BareLf(At.GREETING),
                new Fault.DifferingCodes(At.EHLO, 550),
                new Fault.DifferingCodes(At.QUIT, 222));
        Client client = Client.of(server)) {
      assertThat(client.line()).isEqualTo(GREETING.replace("\r", ""));
      assertThat(client.exchange("EHLO a")).startsWith("250-").endsWith("\r\n550 CHUNKING\r\n");
      assertThat(client.exchange("QUIT")).isEqualTo("221-2.0.0 Bye\r\n222 2.0.0 Bye\r\n");
    }
  }

  @Test
  void speaksOutOfTurn() throws Exception {
    try (var server =
            with(
                new Fault.EarlyBytes(At.CONNECT, "hello?\r\n"),
                new Fault.ExtraReply(At.GREETING, "220 again"),
                new Fault.EarlyBytes(At.STARTTLS, "250 injected\r\n"));
        Client client = Client.of(server)) {
      assertThat(client.line()).isEqualTo("hello?\r\n");
      assertThat(client.line() + client.line()).isEqualTo(GREETING + "220 again\r\n");
      assertThat(client.exchange("STARTTLS")).startsWith("220 ");
      assertThat(client.line()).isEqualTo("250 injected\r\n");
      client.startTls(CA.clientContext(), HOST);
      assertThat(client.exchange("EHLO a")).startsWith("250-mx.example.net");
    }
  }

  @Test
  void makesLinesLong() throws Exception {
    try (var server = with(new Fault.LongLine(At.GREETING, 70_000));
        Client client = Client.of(server)) {
      assertThat(client.reply()).hasSize(70_000).startsWith("220 mx").endsWith("x\r\n");
    }
  }

  @Test
  void masksWhatItIs() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.ciscoAsa(HOST).tls(Servers.TLS));
        Client client = Client.of(server)) {
      assertThat(client.reply()).matches("220 [*02]{41}\r\n");
      assertThat(client.exchange("EHLO a"))
          .contains("250-PIPELINING\r\n", "250-XXXA\r\n", "250-XXXXXXXB\r\n")
          .doesNotContain("STARTTLS");
      assertThat(client.exchange("STARTTLS")).startsWith("220 ");
      client.startTls(CA.clientContext(), HOST);
    }
  }

  @Test
  void isHostileAndBinary() throws Exception {
    try (var server =
            with(new Fault.AnsiAndHtml(At.GREETING), new Fault.Garbage(At.EHLO, "\0\u00ff"));
        Client client = Client.of(server)) {
      assertThat(client.reply()).contains("\u001b[31m", "<script>", "\u0000", "\u00e2\u0080\u00ae");
      client.say("EHLO a");
      assertThat(client.octets(2)).isEqualTo("\0\u00ff");
      assertThat(client.exchange("QUIT")).startsWith("221 ");
    }
  }

  @ParameterizedTest
  @CsvSource({"SSH,SSH-2.0-", "IMAP,* OK", "POP3,+OK", "FTP,220 FTP"})
  void speaksAnotherProtocol(Fault.Protocol protocol, String start) throws Exception {
    try (var server = with(new Fault.Speak(protocol))) {
      try (Client client = Client.of(server)) {
        assertThat(client.line()).startsWith(start);
        assertThat(client.exchange("EHLO a")).isNotEmpty().doesNotStartWith("250");
      }
      assertThat(server.awaitConversation(SOON).commands()).isEqualTo("EHLO a");
    }
  }

  @Test
  void waitsToBeSpokenTo() throws Exception {
    try (var server = with(new Fault.Speak(Fault.Protocol.HTTP))) {
      try (Client client = Client.of(server)) {
        assertThat(client.say("EHLO a").rest()).startsWith("HTTP/1.1 400 Bad Request\r\n");
      }
    }
    try (var server = with(new Fault.Speak(Fault.Protocol.TLS))) {
      try (Client client = Client.of(server)) {
        assertThat(client.say("EHLO a").rest()).isEqualTo("\u0015\u0003\u0003\0\u0002\u0002\n");
      }
    }
  }
}
