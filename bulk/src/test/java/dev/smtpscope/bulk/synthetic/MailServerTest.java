package dev.smtpscope.bulk.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers are there once they are opened, but for those that refuse connections. */
class MailServerTest {
  private final Internet internet = Internet.of(List.of("addresses=1000", "pace=0"));
  private final Loop loop = new Loop();
  private final MailServer server;

  MailServerTest() throws IOException, GeneralSecurityException {
    this.server = new MailServer(loop, internet, new Credentials(internet), 0);
  }

  @BeforeEach
  void start() {
    loop.start();
  }

  @AfterEach
  void stop() throws IOException {
    loop.close();
  }

  @Test
  void greetsWhereItWasOpened() throws IOException {
    InetAddress address = addressOf(Manner.WELL_BEHAVED);
    server.open(address);
    assertThat(greeting(address)).isEqualTo("220 ");
  }

  @Test
  void nobodyListensWhereConnectionsAreRefused() throws IOException {
    InetAddress address = addressOf(Manner.REFUSING);
    server.open(address);
    assertThatThrownBy(() -> greeting(address)).isInstanceOf(ConnectException.class);
  }

  private InetAddress addressOf(Manner manner) {
    return IntStream.range(1, internet.addresses())
        .filter(i -> internet.manner(i) == manner)
        .mapToObj(internet::address)
        .findFirst()
        .orElseThrow();
  }

  private String greeting(InetAddress address) throws IOException {
    try (Socket socket = new Socket(address, server.port())) {
      socket.setSoTimeout(10_000);
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(4), StandardCharsets.US_ASCII);
    }
  }
}
