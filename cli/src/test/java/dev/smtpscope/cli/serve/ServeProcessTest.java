package dev.smtpscope.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.Main;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as a process of its own. */
class ServeProcessTest {
  /** Most of the time would go into optimising what runs for a second. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void endsInOrderOnASignal(String signal) throws Exception {
    Process process = start("--listen", "127.0.0.1:0", "--no-links");
    assertThat(get(url(process) + "health").get().body()).isEqualTo("ok\n");
    send(signal, process);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.FINE);
    assertThat(errors(process)).isEmpty();
  }

  @Test
  void letsAScanEndThatIsUnderWay() throws Exception {
    try (ScriptedSmtpServer server = hanging()) {
      Process process = start("--listen", "127.0.0.1:0", "--no-links");
      CompletableFuture<HttpResponse<String>> probe = probe(process, server);
      send("TERM", process);
      String announced = process.errorReader().readLine();
      end(server);
      assertThat(announced).contains("checks under way: 1");
      assertThat(probe.get().body()).contains("smtpscope_endpoint_up");
      assertThat(process.waitFor()).isEqualTo(ExitCode.FINE);
    }
  }

  @Test
  void cutsAScanThatTakesLongerThanItMay() throws Exception {
    try (ScriptedSmtpServer server = hanging()) {
      Process process = start("--listen", "127.0.0.1:0", "--no-links", "--drain", "200ms");
      CompletableFuture<HttpResponse<String>> check =
          get(url(process) + "api/v1/check?target=" + target(server));
      awaitConnection(server);
      send("TERM", process);
      assertThat(check.get(60, TimeUnit.SECONDS).body())
          .contains("\"interrupted\" : true", server.address().getHostAddress());
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ExitCode.FINE);
      assertThat(errors(process)).contains("checks under way: 1, which have 200 ms");
      assertThat(server.connections()).as("the server still hangs").isEqualTo(1);
    }
  }

  @Test
  void endsAtOnceOnASecondSignal() throws Exception {
    try (ScriptedSmtpServer server = hanging()) {
      Process process = start("--listen", "127.0.0.1:0", "--no-links");
      CompletableFuture<HttpResponse<String>> probe = probe(process, server);
      send("TERM", process);
      assertThat(process.errorReader().readLine()).contains("ending");
      send("TERM", process);
      assertThat(process.waitFor()).isEqualTo(143);
      probe.cancel(true);
    }
  }

  @Test
  void saysInALineThatThePortIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String where = "127.0.0.1:" + taken.getLocalPort();
      Process process = start("--listen", where, "--no-links");
      assertThat(errors(process))
          .isEqualTo("smtpscope: serve: cannot listen on " + where + ": Address already in use\n");
      assertThat(process.waitFor()).isEqualTo(ExitCode.UNAVAILABLE);
    }
  }

  private static void end(ScriptedSmtpServer server) {
    server.close();
  }

  private static ScriptedSmtpServer hanging() throws IOException {
    return ScriptedSmtpServer.start(
        Behaviours.postfix("mx.example.net").fault(new Fault.Hang(At.EHLO)));
  }

  /** A probe whose connection is under way. */
  private static CompletableFuture<HttpResponse<String>> probe(
      Process process, ScriptedSmtpServer server) throws Exception {
    CompletableFuture<HttpResponse<String>> probe =
        get(url(process) + "probe?target=" + target(server));
    awaitConnection(server);
    return probe;
  }

  private static String target(ScriptedSmtpServer server) {
    return server.address().getHostAddress() + ":" + server.port();
  }

  private static void awaitConnection(ScriptedSmtpServer server) throws InterruptedException {
    while (server.connections() == 0) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static CompletableFuture<HttpResponse<String>> get(String url) {
    return HttpClient.newHttpClient()
        .sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static String url(Process process) throws IOException {
    BufferedReader said = process.inputReader();
    String line = said.readLine();
    assertThat(line).startsWith("smtpscope is at http://127.0.0.1:");
    return line.substring(line.indexOf("http"));
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
  }

  private Process start(String... args) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    // A shell that runs tests in the background has them ignore SIGINT.
    command.addAll(List.of("env", "--default-signal=INT,HUP"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK_START);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
    command.add(Main.class.getName());
    command.add("serve");
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }
}
