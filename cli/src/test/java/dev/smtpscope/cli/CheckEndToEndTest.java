package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckEndToEndTest {
  private static final String HOST = "mx.example.net";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final TestCa ca = TestCa.of("Test", KeyType.EC_P256, Instant.now());

  @Test
  void findsNothingWrongWithAWellKeptServer() throws Exception {
    try (ScriptedSmtpServer server = wellKept()) {
      Run run =
          Run.of(
              "check",
              "--ca",
              ca.writeRoot(folder.resolve("ca.pem")).toString(),
              "--name",
              HOST,
              Run.target(server));
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("works");
      assertThat(run.code()).isEqualTo(ExitCode.FINE);
      assertThat(server.awaitConversation(Duration.ofSeconds(10)).commands()).contains("QUIT");
    }
  }

  @Test
  void callsItselfWhatTheUserSays() throws Exception {
    try (ScriptedSmtpServer server = wellKept()) {
      Run.of("check", "--ehlo", "probe.example.org", Run.target(server));
      assertThat(server.awaitConversation(Duration.ofSeconds(10)).commands())
          .startsWith("EHLO probe.example.org");
    }
  }

  @Test
  void cannotTestWhatIsClosed() {
    InetSocketAddress closed = Loopback.refusing();
    Run run = Run.of("check", closed.getAddress().getHostAddress() + ":" + closed.getPort());
    assertThat(run.code()).isEqualTo(ExitCode.NOT_TESTED);
    assertThat(run.out()).contains("could not be tested", "refused");
  }

  @Test
  void cannotTestANameWithoutAddress() {
    Run run = Run.of("check", "mail.example.org");
    assertThat(run.code()).isEqualTo(ExitCode.NOT_TESTED);
    assertThat(run.out()).contains("mail.example.org could not be tested: its name has no address");
  }

  @Test
  void showsSeveralTargetsInTheirOrderThoughTheFirstIsSlow() throws Exception {
    try (ScriptedSmtpServer slow =
            ScriptedSmtpServer.start(
                Behaviours.postfix(HOST)
                    .fault(new Fault.Delay(At.GREETING, Duration.ofMillis(500))));
        ScriptedSmtpServer quick = wellKept()) {
      Run run = Run.of("check", "--quiet", Run.target(slow), Run.target(quick), "x.example");
      assertThat(run.out())
          .containsSubsequence(
              slow.address().getHostAddress(), quick.address().getHostAddress(), "x.example");
      assertThat(run.code()).isEqualTo(ExitCode.NOT_TESTED);
    }
  }

  @Test
  void showsWhatIsKnownWhenTheUserInterrupts() throws Exception {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.start(Behaviours.postfix(HOST).fault(new Fault.Hang(At.EHLO)))) {
      Run.Setting setting = new Run.Setting();
      CompletableFuture<Run> running =
          CompletableFuture.supplyAsync(() -> setting.run("check", Run.target(server)));
      while (server.connections() == 0) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      setting.interruption().request();
      Run run = running.get(20, TimeUnit.SECONDS);
      assertThat(run.out()).contains(server.address().getHostAddress());
    }
  }

  @Test
  void writesTheFileOnlyWhenAllIsDone() throws Exception {
    Path file = Files.writeString(folder.resolve("report.txt"), "old");
    try (ScriptedSmtpServer server = wellKept()) {
      Run run = Run.of("check", "-o", file.toString(), Run.target(server));
      assertThat(run.out()).isEmpty();
      assertThat(file).content().contains(server.address().getHostAddress()).doesNotContain("old");
      assertThat(files()).containsExactly("report.txt");
    }
  }

  @Test
  void writesThroughALinkAndToADevice() throws Exception {
    Path file = Files.writeString(folder.resolve("report.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Run.of("check", "-o", link.toString(), "mail.example.org");
    assertThat(link).isSymbolicLink();
    assertThat(file).content().contains("mail.example.org");
    assertThat(Run.of("check", "-o", "/dev/null", "mail.example.org").code())
        .isEqualTo(ExitCode.NOT_TESTED);
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private ScriptedSmtpServer wellKept() throws IOException {
    return ScriptedSmtpServer.start(Behaviours.postfix(HOST).tls(ServerTls.of(ca.chain(HOST))));
  }
}
