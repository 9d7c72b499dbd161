package dev.smtpscope.testkit;

import static dev.smtpscope.testkit.Servers.CA;
import static dev.smtpscope.testkit.Servers.HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlacesTest {

  @Test
  void givesEachServerAnAddressOfItsOwn() {
    Set<InetAddress> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      InetAddress address = Loopback.address();
      assertThat(address.isLoopbackAddress()).isTrue();
      assertThat(seen.add(address)).isTrue();
    }
  }

  @Test
  void refuses() {
    assertThatThrownBy(() -> Client.of(Loopback.refusing())).isInstanceOf(ConnectException.class);
  }

  @Test
  void doesNotAccept() throws Exception {
    try (UnacceptingPort full = UnacceptingPort.open();
        Socket socket = new Socket()) {
      assertThatThrownBy(() -> socket.connect(full.endpoint(), 300))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void delaysEachRoundTrip() throws Exception {
    Duration oneWay = Duration.ofMillis(20);
    try (var server = ScriptedSmtpServer.start(Servers.postfix());
        var proxy = DelayProxy.to(server.endpoint(), oneWay);
        Client client = Client.of(proxy.endpoint())) {
      long begun = System.nanoTime();
      assertThat(client.reply()).startsWith("220 ");
      client.exchange("STARTTLS");
      client.startTls(CA.clientContext(), HOST);
      assertThat(client.exchange("EHLO a")).startsWith("250-");
      assertThat(client.exchange("QUIT")).startsWith("221 ");
      assertThat(client.rest()).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(oneWay.multipliedBy(4 + 2 + 2 + 2 + 2));
    }
  }

  @Test
  void closesAProxyWhoseClientsStay() throws Exception {
    try (var server = ScriptedSmtpServer.start(Servers.postfix())) {
      Client client;
      try (var proxy = DelayProxy.to(server.endpoint(), Duration.ofMillis(1))) {
        client = Client.of(proxy.endpoint());
        client.reply();
      }
      assertThat(server.awaitConversation(Servers.SOON).quit()).isFalse();
      client.close();
    }
  }
}
