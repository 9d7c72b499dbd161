package dev.smtpscope.testkit;

import static dev.smtpscope.testkit.Servers.CA;
import static dev.smtpscope.testkit.Servers.HOST;
import static dev.smtpscope.testkit.Servers.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ScriptTest {

  @Test
  void playsBothSides() throws Exception {
    Script script =
        Script.of(
                """
                # a server of few words
                S: 220-mx.example.net
                S: 220
                C: EHLO *
                S: 250-mx.example.net
                S: 250 STARTTLS
                C: STARTTLS
                R: 220 go\\x20ah
                WAIT 1
                R: ead\\r\\n
                TLS
                C: quit
                S: 221 \\x00\\e
                """)
            .tls(Servers.TLS);
    try (var server = ScriptedSmtpServer.start(script)) {
      try (Client client = Client.of(server)) {
        assertThat(client.line()).isEqualTo("220-mx.example.net\r\n");
      }
      assertThat(server.awaitConversation(SOON).problem())
          .contains("expected 'EHLO *', came the end");
      try (Client client = Client.of(server)) {
        assertThat(client.line() + client.line()).isEqualTo("220-mx.example.net\r\n220\r\n");
        assertThat(client.exchange("EHLO a")).isEqualTo("250-mx.example.net\r\n250 STARTTLS\r\n");
        assertThat(client.exchange("starttls")).isEqualTo("220 go ahead\r\n");
        client.startTls(CA.clientContext(), HOST);
        assertThat(client.exchange("QUIT")).isEqualTo("221 \0\u001b\r\n");
      }
      assertThat(server.awaitConversation(SOON).problem()).isEmpty();
    }
  }

  @Test
  void tellsWhatLeftTheScript() throws Exception {
    try (var server = ScriptedSmtpServer.start(Script.of("S: 220 hi\nC: EHLO *\nS: 250 hi"))) {
      try (Client client = Client.of(server)) {
        client.reply();
        assertThat(client.exchange("HELO a")).isEmpty();
      }
      Conversation seen = server.awaitConversation(SOON);
      assertThat(seen.problem()).contains("expected 'EHLO *', came 'HELO a'");
      assertThat(seen.commands()).isEqualTo("HELO a");
    }
  }

  @Test
  void repliesInTurn() throws Exception {
    Script script =
        Script.replies("220 hi\n250-hello\n250 STARTTLS\n220 go\n<TLS>\n250 again\n221 bye")
            .tls(Servers.TLS);
    try (var server = ScriptedSmtpServer.start(script)) {
      try (Client client = Client.of(server)) {
        assertThat(client.reply()).isEqualTo("220 hi\r\n");
        assertThat(client.exchange("EHLO a")).isEqualTo("250-hello\r\n250 STARTTLS\r\n");
        assertThat(client.exchange("STARTTLS")).isEqualTo("220 go\r\n");
        client.startTls(CA.clientContext(), HOST);
        assertThat(client.exchange("EHLO a")).isEqualTo("250 again\r\n");
        assertThat(client.exchange("QUIT")).isEqualTo("221 bye\r\n");
      }
      assertThat(server.awaitConversation(SOON).commands())
          .isEqualTo("EHLO a\nSTARTTLS\n<TLS>\nEHLO a\nQUIT");
    }
  }

  @Test
  void namesTheLineThatIsNoStep() {
    assertThatThrownBy(() -> Script.of("S: 220 hi\nX: what"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 2: 'X:' is no step");
    assertThatThrownBy(() -> Script.of("WAIT soon")).hasMessageContaining("'soon'");
  }
}
