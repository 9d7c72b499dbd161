package dev.smtpscope.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smtpscope.testkit.Loopback;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code openssl s_server}: TLS from the first byte, no SMTP in it. Killed when closed, at the
 * latest with this JVM's end.
 */
final class OpensslServer implements AutoCloseable {
  private final Process process;
  private final Thread hook;
  private final InetSocketAddress address;

  private OpensslServer(Process process, InetSocketAddress address) {
    this.process = process;
    this.hook = new Thread(process::destroyForcibly);
    this.address = address;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Leaves the test out where there is no openssl; on a build server that is a failure. */
  static void assumeInstalled() {
    boolean installed =
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(place -> Files.isExecutable(Path.of(place, "openssl")));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("openssl is installed").isTrue();
    }
    assumeTrue(installed, "openssl is not installed");
  }

  static OpensslServer start(List<String> options) throws IOException {
    return start(options, Path.of("/dev/null"));
  }

  /** With a configuration file of its own. */
  static OpensslServer start(List<String> options, Path configuration) throws IOException {
    InetSocketAddress address = Loopback.refusing();
    List<String> command =
        new ArrayList<>(List.of("openssl", "s_server", "-accept", address.toString().substring(1)));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OPENSSL_CONF", configuration.toString());
    OpensslServer server = new OpensslServer(builder.start(), address);
    server.awaitReady();
    return server;
  }

  private void awaitReady() throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); !"ACCEPT".equals(line); line = out.readLine()) {
      if (line == null) {
        close();
        throw new IOException("openssl s_server: " + said);
      }
      said.append(line).append('\n');
    }
  }

  InetSocketAddress address() {
    return address;
  }

  /** Runs openssl with other work to its good end. */
  static void run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
