package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process of its own: signals, pipes, exit codes. */
class ProcessTest {
  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void showsWhatIsKnownWhenASignalEndsIt(String signal, int code) throws Exception {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.start(
            Behaviours.postfix("mx.example.net").fault(new Fault.Hang(At.EHLO)))) {
      Process process = Forked.start(List.of(), "check", "--transcript", Run.target(server));
      while (server.connections() == 0) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      TimeUnit.MILLISECONDS.sleep(500);
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isEqualTo(code);
      assertThat(out).contains(server.address().getHostAddress(), "220 mx.example.net ESMTP");
    }
  }

  @Test
  void endsQuietlyWhenItsReaderGoesAway() throws Exception {
    Process process = Forked.start(List.of(), "check", "--ports", "1", "127.0.0.1");
    process.getInputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(ExitCode.NOT_TESTED);
    assertThat(err).isEmpty();
  }

  @Test
  void endsWithTheCodeOfTheCheck() throws Exception {
    assertThat(Forked.start(List.of(), "--version").waitFor()).isEqualTo(ExitCode.FINE);
    assertThat(Forked.start(List.of(), "check", "--bogus").waitFor()).isEqualTo(ExitCode.USAGE);
  }
}
