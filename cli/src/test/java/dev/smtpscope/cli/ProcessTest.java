package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.target.Addresses;
import dev.smtpscope.testkit.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process of its own: signals, pipes, exit codes. */
class ProcessTest {
  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void showsWhatIsKnownWhenASignalEndsIt(String signal, int code) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, Loopback.address())) {
      server.setSoTimeout(60_000);
      InetAddress address = server.getInetAddress();
      String target = Addresses.text(address, server.getLocalPort());
      Process process = Forked.start(List.of(), "check", "--transcript", target);
      try (Socket peer = server.accept()) {
        greet(peer);
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(code);
        assertThat(out).contains(address.getHostAddress(), "220 mx.example.net ESMTP");
      }
    }
  }

  /** Waits for the EHLO that shows that the greeting was read, and leaves it unanswered. */
  private static void greet(Socket peer) throws IOException {
    peer.setSoTimeout(60_000);
    peer.getOutputStream().write("220 mx.example.net ESMTP\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(peer.getInputStream().read()).isEqualTo('E');
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
