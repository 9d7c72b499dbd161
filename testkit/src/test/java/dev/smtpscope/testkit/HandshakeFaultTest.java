package dev.smtpscope.testkit;

import static dev.smtpscope.testkit.Servers.CA;
import static dev.smtpscope.testkit.Servers.HOST;
import static dev.smtpscope.testkit.Servers.SOON;
import static dev.smtpscope.testkit.Servers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

final class HandshakeFaultTest {
  /** A ClientHello cut down to what a server must read before it can answer: its record. */
  private static final String HELLO = Replies.octets(HexFormat.of().parseHex("160301000401000000"));

  private static Client ready(ScriptedSmtpServer server) throws IOException {
    Client client = Client.of(server);
    client.reply();
    client.exchange("STARTTLS");
    return client;
  }

  private static void handshake(Client client) throws IOException {
    client.startTls(CA.clientContext(), HOST);
  }

  @Test
  void hangs() throws Exception {
    try (var server = with(new Fault.Hang(At.HANDSHAKE));
        Client client = ready(server)) {
      client.patience(200);
      assertThatThrownBy(() -> handshake(client)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void closes() throws Exception {
    try (var server = with(new Fault.Close(At.HANDSHAKE));
        Client client = ready(server)) {
      assertThat(client.send(HELLO).rest()).isEmpty();
    }
  }

  @Test
  void resets() throws Exception {
    try (var server = with(new Fault.Reset(At.HANDSHAKE));
        Client client = ready(server)) {
      assertThatThrownBy(() -> client.send(HELLO).rest()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void alerts() throws Exception {
    try (var server = with(new Fault.TlsAlert(2, 40));
        Client client = ready(server)) {
      assertThatThrownBy(() -> handshake(client))
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageContaining("handshake_failure");
    }
  }

  @Test
  void staysInPlainText() throws Exception {
    try (var server = with(Fault.plainAfterStartTls());
        Client client = ready(server)) {
      client.send(HELLO);
      assertThat(client.line()).startsWith("500 ");
      assertThat(client.exchange("QUIT")).startsWith("221 ");
    }
  }

  @Test
  void saysGarbage() throws Exception {
    try (var server = with(new Fault.Garbage(At.HANDSHAKE));
        Client client = ready(server)) {
      assertThatThrownBy(() -> handshake(client)).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void hangsWithinTheServerHello() throws Exception {
    try (var server = with(new Fault.Cut(At.HANDSHAKE, 20, Fault.End.HANG));
        Client client = ready(server)) {
      client.patience(300);
      assertThatThrownBy(() -> handshake(client)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void closesWithinTheServerHello() throws Exception {
    try (var server = with(new Fault.Cut(At.HANDSHAKE, 20, Fault.End.CLOSE));
        Client client = ready(server)) {
      assertThatThrownBy(() -> handshake(client)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void dripsTheHandshakeAndCompletesIt() throws Exception {
    try (var server = with(new Fault.Drip(At.HANDSHAKE, Duration.ofNanos(100_000)));
        Client client = ready(server)) {
      handshake(client);
      assertThat(client.exchange("EHLO a")).startsWith("250-");
    }
  }

  @Test
  void splitsTheHandshakeAndCompletesIt() throws Exception {
    try (var server = with(new Fault.Split(At.HANDSHAKE));
        Client client = ready(server)) {
      handshake(client);
      assertThat(client.exchange("QUIT")).startsWith("221");
    }
  }

  @Test
  void endsImplicitTlsByADrippingHandshakeWhenTheServerCloses() throws Exception {
    Behaviour slow =
        Behaviours.submissions(HOST, Servers.TLS)
            .fault(new Fault.Drip(At.HANDSHAKE, Duration.ofHours(1)));
    try (var server = ScriptedSmtpServer.start(slow);
        Client client = Client.of(server)) {
      client.patience(300);
      assertThatThrownBy(() -> handshake(client)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void strikesInsideTls() throws Exception {
    Behaviour behaviour =
        Behaviours.submissions(HOST, Servers.TLS)
            .fault(new Fault.BareLf(At.GREETING_IN_TLS))
            .fault(new Fault.ExtraReply(At.EHLO_IN_TLS, "250 again"))
            .fault(new Fault.Reset(At.QUIT));
    try (var server = ScriptedSmtpServer.start(behaviour)) {
      try (Client client = Client.of(server)) {
        handshake(client);
        assertThat(client.line()).matches("[^\r]*\n");
        assertThat(client.exchange("EHLO a")).startsWith("250-");
        assertThat(client.line()).isEqualTo("250 again\r\n");
        assertThatThrownBy(() -> client.exchange("QUIT")).isInstanceOf(IOException.class);
      }
      assertThat(server.awaitConversation(SOON).quit()).isTrue();
    }
  }
}
