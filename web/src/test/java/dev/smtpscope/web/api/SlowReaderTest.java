package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckId;
import dev.smtpscope.web.check.Names;
import dev.smtpscope.web.check.RunningCheck;
import dev.smtpscope.web.check.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

/** Streams that nobody reads, and more streams than there may be. */
class SlowReaderTest {
  private static final String LARGE = "\"" + "x".repeat(50_000) + "\"";

  private final StreamLimits limits =
      new StreamLimits(4, 3, Duration.ofMillis(100), Duration.ofSeconds(1));

  @Test
  void dropsAClientThatDoesNotReadAndSlowsNobody() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = hanging()) {
      RunningCheck check = begin(api, server);
      try (Socket deaf = connect(api, check)) {
        await(() -> api.routes().openStreams() == 1);
        for (int i = 0; i < 500; i++) {
          check.events().append("noise", LARGE);
        }
        await(() -> api.routes().openStreams() == 0);
        check.cancel();
        assertThat(Events.of(api.follow(path(check))).types())
            .endsWith("endpoint-finished", "finished")
            .haveExactly(500, new Condition<>("noise"::equals, "noise"));
        assertThat(deaf.isClosed()).isFalse();
      }
    }
  }

  @Test
  void keepsAnIdleStreamAliveAndEndsItAfterTheLastEvent() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = hanging()) {
      RunningCheck check = begin(api, server);
      try (Socket idle = connect(api, check)) {
        StringBuilder text = new StringBuilder();
        while (!text.toString().contains("\n:\n")) {
          text.append((char) idle.getInputStream().read());
        }
        check.cancel();
        assertThat(new String(idle.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .contains("event: finished");
      }
    }
  }

  @Test
  void boundsTheStreamsOfOneClient() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = hanging()) {
      RunningCheck check = begin(api, server);
      List<Socket> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        open.add(connect(api, check));
      }
      await(() -> api.routes().openStreams() == 3);
      var refused = api.get(path(check) + "/events");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      open.getFirst().close();
      await(() -> api.routes().openStreams() == 2);
      check.cancel();
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void cancelsTheCheckOfAScriptThatHasGone() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = hanging()) {
      try (Socket script = send(api, "/api/v1/check?target=" + ChecksApiTest.target(server))) {
        await(() -> server.connections() == 1);
        assertThat(script.isConnected()).isTrue();
      }
      await(() -> api.service().occupancy().running() == 0);
      assertThat(api.service().occupancy().kept()).isEqualTo(1);
    }
  }

  private Api api() {
    return new Api(Settings.of(Access.ALL, new Names()), limits);
  }

  private static RunningCheck begin(Api api, ScriptedSmtpServer server) {
    String self = Api.self(api.post("{\"target\": \"" + ChecksApiTest.target(server) + "\"}"));
    CheckId id = CheckId.of(self.substring(self.lastIndexOf('/') + 1)).orElseThrow();
    return api.service().find(id).orElseThrow();
  }

  private static String path(RunningCheck check) {
    return "/api/v1/checks/" + check.id();
  }

  private static Socket connect(Api api, RunningCheck check) throws IOException {
    return send(api, path(check) + "/events");
  }

  private static Socket send(Api api, String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
    socket.setSoTimeout(30_000);
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static ScriptedSmtpServer hanging() throws IOException {
    return ScriptedSmtpServer.start(
        Behaviours.postfix("mx.example.net").fault(new Fault.Hang(At.EHLO)));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - giveUp).as("nothing happened in 30 s").isNegative();
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
