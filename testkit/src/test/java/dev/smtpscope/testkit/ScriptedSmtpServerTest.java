package dev.smtpscope.testkit;

import static dev.smtpscope.testkit.Servers.CA;
import static dev.smtpscope.testkit.Servers.HOST;
import static dev.smtpscope.testkit.Servers.SOON;
import static dev.smtpscope.testkit.Servers.TLS;
import static dev.smtpscope.testkit.Servers.postfix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptedSmtpServerTest {

  @Test
  void servesAWholeSessionWithStartTls() throws Exception {
    try (var server = ScriptedSmtpServer.start(postfix())) {
      try (Client client = Client.of(server)) {
        assertThat(client.reply()).isEqualTo("220 mx.example.net ESMTP Postfix (Debian/GNU)\r\n");
        assertThat(client.exchange("EHLO probe.example")).contains("250-STARTTLS\r\n");
        assertThat(client.exchange("STARTTLS")).startsWith("220 ");
        client.startTls(CA.clientContext(), HOST);
        assertThat(client.exchange("EHLO probe.example")).doesNotContain("STARTTLS");
        assertThat(client.exchange("QUIT")).isEqualTo("221 2.0.0 Bye\r\n");
        assertThat(client.rest()).isEmpty();
      }
      Conversation seen = server.awaitConversation(SOON);
      assertThat(seen.commands())
          .isEqualTo("EHLO probe.example\nSTARTTLS\n<TLS>\nEHLO probe.example\nQUIT");
      assertThat(seen.serverName()).contains(HOST);
      assertThat(seen.tls()).map(Conversation.Tls::protocol).contains("TLSv1.3");
      assertThat(seen.quit()).isTrue();
      assertThat(seen.spokeEarly()).isFalse();
      assertThat(seen.problem()).isEmpty();
      assertThat(seen.received()).startsWith("EHLO probe.example\r\nSTARTTLS\r\n\u0016\u0003");
    }
  }

  @Test
  void servesImplicitTls() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.submissions(HOST, TLS))) {
      try (Client client = Client.of(server)) {
        client.startTls(CA.clientContext(), HOST);
        assertThat(client.reply()).startsWith("220 mx.example.net");
        assertThat(client.exchange("EHLO probe.example")).contains("AUTH PLAIN LOGIN");
        assertThat(client.exchange("MAIL FROM:<a@example.org>")).startsWith("530 5.7.0");
        client.exchange("QUIT");
      }
      Conversation seen = server.awaitConversation(SOON);
      assertThat(seen.plainCommands()).isEmpty();
      assertThat(seen.spokeEarly()).isFalse();
      assertThat(seen.quit()).isTrue();
    }
  }

  @Test
  void takesMailInTheOrderOfTheRfc() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviour.of(HOST))) {
      try (Client client = Client.of(server)) {
        client.reply();
        assertThat(client.exchange("HELO probe.example")).isEqualTo("250 mx.example.net\r\n");
        assertThat(client.exchange("RCPT TO:<b@example.net>")).startsWith("503 ");
        assertThat(client.exchange("MAIL FROM:<>")).startsWith("250 ");
        assertThat(client.exchange("DATA")).startsWith("503 ");
        assertThat(client.exchange("rcpt to:<b@example.net>")).startsWith("250 ");
        assertThat(client.exchange("DATA")).startsWith("354 ");
        assertThat(client.exchange("Subject: hi\r\n\r\n..dot\r\n.")).startsWith("250 ");
        assertThat(client.exchange("RSET")).startsWith("250 ");
        assertThat(client.exchange("NOOP")).startsWith("250 ");
        assertThat(client.exchange("VRFY root")).startsWith("252 ");
        assertThat(client.exchange("HELP")).startsWith("214 ");
        assertThat(client.exchange("STARTTLS")).startsWith("502 ");
        assertThat(client.exchange("WIBBLE")).startsWith("500 ");
      }
      Conversation seen = server.awaitConversation(SOON);
      assertThat(seen.messages()).containsExactly("Subject: hi\n\n.dot\n");
      assertThat(seen.quit()).isFalse();
    }
  }

  @Test
  void authenticates() throws Exception {
    Behaviour open = Behaviours.plainAuthOnSubmission(HOST).account("user", "secret");
    try (var server = ScriptedSmtpServer.start(open)) {
      try (Client client = Client.of(server)) {
        client.reply();
        assertThat(client.exchange("EHLO probe.example")).contains("AUTH PLAIN LOGIN");
        assertThat(client.exchange("AUTH SCRAM-SHA-1")).startsWith("504 ");
        assertThat(client.exchange("AUTH PLAIN AHVzZXIAd3Jvbmc=")).startsWith("535 ");
        assertThat(client.exchange("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6\r\n");
        assertThat(client.exchange("*")).startsWith("501 ");
        assertThat(client.exchange("MAIL FROM:<>")).startsWith("530 ");
        assertThat(client.exchange("AUTH PLAIN")).isEqualTo("334 \r\n");
        assertThat(client.exchange("AHVzZXIAc2VjcmV0")).startsWith("235 ");
        assertThat(client.exchange("MAIL FROM:<>")).startsWith("250 ");
      }
    }
  }

  @Test
  void answersByTheLongestBeginningThatFits() throws Exception {
    Behaviour picky =
        Behaviour.of(HOST).reply("RCPT", "250 fine").reply("RCPT TO:<no@", "550 5.1.1 nobody");
    try (var server = ScriptedSmtpServer.start(picky)) {
      try (Client client = Client.of(server)) {
        client.reply();
        assertThat(client.exchange("RCPT TO:<yes@example.net>")).isEqualTo("250 fine\r\n");
        assertThat(client.exchange("rcpt to:<no@example.net>")).startsWith("550 5.1.1 ");
      }
    }
  }

  @Test
  void sendsNothingButRefusalsAfterARefusingGreeting() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.blocking(HOST))) {
      try (Client client = Client.of(server)) {
        assertThat(client.reply()).startsWith("554 5.7.1 ").contains("client [127.");
        assertThat(client.exchange("EHLO probe.example")).startsWith("503 ");
        assertThat(client.exchange("QUIT")).startsWith("221 ");
      }
    }
  }

  @Test
  void closesAfter421() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.tooManyConnections(HOST))) {
      try (Client client = Client.of(server)) {
        assertThat(client.rest()).startsWith("421 4.7.0 ").endsWith("\r\n");
      }
    }
  }

  @Test
  void knowsConnectionsApart() throws Exception {
    try (var server =
        ScriptedSmtpServer.on(Loopback.address(), 2525)
            .startEach(n -> Script.replies("220 number " + n))) {
      assertThat(server.port()).isEqualTo(2525);
      for (int n = 1; n <= 3; n++) {
        try (Client client = Client.of(server)) {
          assertThat(client.reply()).isEqualTo("220 number " + n + "\r\n");
        }
        assertThat(server.awaitConversation(SOON).number()).isEqualTo(n);
      }
      assertThat(server.connections()).isEqualTo(3);
      assertThat(server.conversations()).hasSize(3);
    }
  }

  @Test
  void notesThatAClientSpeaksBeforeTheGreeting() throws Exception {
    try (var server = Servers.with(new Fault.Hang(At.GREETING))) {
      try (Client client = Client.of(server)) {
        client.say("EHLO impatient.example");
      }
      assertThat(server.awaitConversation(SOON).spokeEarly()).isTrue();
    }
  }

  @Test
  void closesAtOnceHoweverManyConnectionsHang() throws Exception {
    List<Client> clients = new ArrayList<>();
    try (var server = Servers.with(new Fault.Hang(At.EHLO), new Fault.Hang(At.HANDSHAKE))) {
      for (int i = 0; i < 10; i++) {
        Client client = Client.of(server);
        clients.add(client);
        client.reply();
        client.say(i % 2 == 0 ? "EHLO probe.example" : "STARTTLS");
      }
    }
    for (Client client : clients) {
      assertThat(restOrReset(client)).doesNotContain("250");
      client.close();
    }
  }

  @Test
  void saysThatNoConversationEnded() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviour.of(HOST))) {
      assertThatThrownBy(() -> server.awaitConversation(Duration.ofMillis(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("0 begun, 0 over");
    }
  }

  private static String restOrReset(Client client) {
    try {
      return client.rest();
    } catch (java.io.IOException reset) {
      return "";
    }
  }
}
