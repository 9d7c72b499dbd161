package dev.smtpscope.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ImpatienceTest {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Javalin service =
      Javalin.create(config -> {
        HttpOptions options = HttpOptions.on(InetAddress.ofLiteral("127.0.0.1"));
        new Doorway(options, Duration.ofMillis(1500)).configure(config, 0);
        config.routes.get(
            "/slow",
            context -> {
              Thread.sleep(4000);
              context.result("done");
            });
        config.routes.post("/slow", context -> context.result(context.body()));
      });

  @Test
  void closesOnWhoeverSendsAHeaderForEver() throws Exception {
    try (Started started = new Started(service);
        Socket socket = started.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write("GET /slow HTTP/1.1\r\nHost: localhost\r\nX: ".getBytes(StandardCharsets.US_ASCII));
      assertThat(dripUntilClosed(socket)).isTrue();
    }
  }

  @Test
  void waitsForAnAnswerThatTakesItsTime() throws Exception {
    try (Started started = new Started(service);
        Socket socket = started.connect()) {
      String request = "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).endsWith("done");
    }
  }

  @Test
  void takesNoBodyThatDrips() throws Exception {
    try (Started started = new Started(service);
        Socket socket = started.connect()) {
      String header =
          """
          POST /slow HTTP/1.1
          Host: localhost
          Content-Type: application/json
          Content-Length: 60000

          """
              .replace("\n", "\r\n");
      socket.getOutputStream().write(header.getBytes(StandardCharsets.US_ASCII));
      assertThat(dripUntilClosed(socket)).isTrue();
    }
  }

  /** Sends an octet again and again until that fails or the other end closes. */
  private static boolean dripUntilClosed(Socket socket) throws IOException {
    socket.setSoTimeout(50);
    for (int i = 0; i < PATIENCE_MILLIS / 50; i++) {
      if (isClosedAfterAnotherOctet(socket)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isClosedAfterAnotherOctet(Socket socket) throws IOException {
    try {
      socket.getOutputStream().write('x');
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  private record Started(Javalin service) implements AutoCloseable {
    Started {
      service.start();
    }

    Socket connect() throws IOException {
      Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), service.port());
      socket.setSoTimeout(PATIENCE_MILLIS);
      return socket;
    }

    @Override
    public void close() {
      service.stop();
    }
  }
}
