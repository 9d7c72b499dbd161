package dev.smtpscope.testkit;

import static dev.smtpscope.testkit.Servers.CA;
import static dev.smtpscope.testkit.Servers.HOST;
import static dev.smtpscope.testkit.Servers.SOON;
import static dev.smtpscope.testkit.Servers.TLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ServerTlsTest {

  private static Conversation.Tls session(ServerTls tls) throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.submissions(HOST, tls))) {
      try (Client client = Client.of(server)) {
        client.startTls(CA.clientContext(), HOST);
        client.reply();
      }
      return server.awaitConversation(SOON).tls().orElseThrow();
    }
  }

  @Test
  void keepsToTheVersionAndSuiteAskedFor() throws Exception {
    Conversation.Tls session =
        session(TLS.protocols("TLSv1.2").cipherSuites("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"));
    assertThat(session.protocol()).isEqualTo("TLSv1.2");
    assertThat(session.cipherSuite()).isEqualTo("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384");
  }

  @Test
  void asksForAClientCertificate() throws Exception {
    assertThat(session(TLS.clientAuth(ServerTls.ClientAuth.WANTED)).certificates()).isEmpty();
    ServerTls strict = TLS.protocols("TLSv1.2").clientAuth(ServerTls.ClientAuth.NEEDED);
    assertThatThrownBy(() -> session(strict))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("alert");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_4096")
  void usesEachKindOfKey(KeyType type) throws Exception {
    ServerTls tls = ServerTls.of(CA.chain(CA.server(HOST).key(type)));
    assertThat(session(tls).protocol()).isEqualTo("TLSv1.3");
  }

  static Stream<Chain> oddChains() {
    return Stream.of(
        CA.chain(CA.server(HOST).expired(Duration.ofDays(3))),
        CA.chain(CA.server(HOST).key(KeyType.RSA_1024)),
        CA.chain(CA.server(HOST).signature("SHA1withRSA")),
        CA.chain(CA.server(HOST).signature("MD5withRSA")),
        CA.chain(CA.server(HOST).extendedKeyUsage("1.3.6.1.5.5.7.3.2")),
        CA.chain(HOST).leafOnly(),
        CA.chain(HOST).plus(CA.root()).swapped(),
        Chain.of(CA.selfSigned(CA.server(HOST))),
        Chain.of(CA.selfIssued(CA.server(HOST))));
  }

  @ParameterizedTest
  @MethodSource("oddChains")
  void showsAnyChainAsItIs(Chain chain) throws Exception {
    try (var server = ScriptedSmtpServer.start(Behaviours.submissions(HOST, ServerTls.of(chain)));
        Client client = Client.of(server)) {
      client.startTls(Trusting.everybody(), "other.example.net");
      SSLSocket socket = client.tls();
      assertThat(List.of(socket.getSession().getPeerCertificates()))
          .isEqualTo(chain.certificates());
      assertThat(client.reply()).startsWith("220 ");
    }
  }
}
