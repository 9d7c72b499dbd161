package dev.smtpscope.testkit;

import static dev.smtpscope.testkit.Servers.HOST;
import static dev.smtpscope.testkit.Servers.TLS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BehavioursTest {

  static Stream<Behaviour> software() {
    return Stream.of(
        Behaviours.postfix(HOST),
        Behaviours.exim(HOST),
        Behaviours.opensmtpd(HOST),
        Behaviours.sendmail(HOST),
        Behaviours.exchange(HOST),
        Behaviours.haraka(HOST),
        Behaviours.submission(HOST),
        Behaviours.plainAuthOnSubmission(HOST),
        Behaviours.noAuthOnSubmission(HOST),
        Behaviours.tlsForAll(HOST));
  }

  @ParameterizedTest
  @MethodSource("software")
  void greetsAndUpgrades(Behaviour behaviour) throws Exception {
    try (var server = ScriptedSmtpServer.start(behaviour.tls(TLS));
        Client client = Client.of(server)) {
      assertThat(client.reply()).startsWith("220 mx.example.net ").endsWith("\r\n");
      assertThat(client.exchange("EHLO probe.example"))
          .startsWith("250-mx.example.net")
          .contains("STARTTLS")
          .doesNotContain("{");
      assertThat(client.exchange("STARTTLS")).startsWith("220 ");
      client.startTls(Servers.CA.clientContext(), HOST);
      assertThat(client.exchange("EHLO probe.example")).startsWith("250-");
      assertThat(client.exchange("QUIT")).startsWith("221 ");
    }
  }

  @Test
  void hasNoStartTls() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.withoutStartTls(HOST));
        Client client = Client.of(server)) {
      client.reply();
      assertThat(client.exchange("EHLO a")).contains("PIPELINING").doesNotContain("STARTTLS");
      assertThat(client.exchange("STARTTLS")).startsWith("502 ");
    }
  }

  @Test
  void refusesTlsForNow() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.tlsUnavailable(HOST).tls(TLS));
        Client client = Client.of(server)) {
      client.reply();
      assertThat(client.exchange("STARTTLS")).startsWith("454 4.7.0 ");
      assertThat(client.exchange("QUIT")).startsWith("221 ");
    }
  }

  @Test
  void knowsHeloOnly() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.heloOnly(HOST));
        Client client = Client.of(server)) {
      client.reply();
      assertThat(client.exchange("EHLO a")).startsWith("502 ");
      assertThat(client.exchange("HELO a")).startsWith("250 ");
    }
  }

  @Test
  void asksToComeBack() throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.greylisting(HOST));
        Client client = Client.of(server)) {
      client.reply();
      client.exchange("MAIL FROM:<>");
      assertThat(client.exchange("RCPT TO:<a@example.net>")).startsWith("450 4.2.0 ");
    }
  }
}
