package dev.smtpscope.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

final class LegacyTlsTest {

  /** Completes a TLS 1.0 handshake, in a JVM of its own. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
      LegacyTls.allow();
      TestCa ca = TestCa.of("Legacy", KeyType.EC_P256, Instant.now());
      ServerTls tls = ServerTls.of(ca.chain("mx.example.net")).protocols("TLSv1");
      try (var server = ScriptedSmtpServer.start(Behaviours.submissions("mx.example.net", tls))) {
        SSLContext trusting = Trusting.everybody();
        try (SSLSocket socket =
            (SSLSocket) trusting.getSocketFactory().createSocket(server.address(), server.port())) {
          socket.setEnabledProtocols(new String[] {"TLSv1"});
          socket.startHandshake();
          System.out.println(socket.getSession().getProtocol());
        }
      }
    }
  }

  @Test
  void speaksTls10() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(said.strip()).isEqualTo("TLSv1");
  }
}
