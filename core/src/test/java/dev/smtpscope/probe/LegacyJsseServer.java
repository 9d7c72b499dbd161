package dev.smtpscope.probe;

import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.TestCa;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The JDK's own TLS server in a JVM of its own, where all that is disabled by default is allowed:
 * SSLv3, EXPORT, RC4, DES. It ends with its standard input, which ends with this JVM.
 */
final class LegacyJsseServer implements AutoCloseable {
  private static final String ALLOW =
      """
      jdk.tls.disabledAlgorithms=
      jdk.certpath.disabledAlgorithms=
      jdk.tls.legacyAlgorithms=
      """;

  private final Process process;
  private final Map<String, InetSocketAddress> addresses;

  private LegacyJsseServer(Process process, Map<String, InetSocketAddress> addresses) {
    this.process = process;
    this.addresses = addresses;
  }

  /**
   * With a port for each of {@code manners}: a protocol and a suite of JSSE, and a blank between.
   */
  static LegacyJsseServer start(Path folder, List<String> manners) throws IOException {
    Path security = Files.writeString(folder.resolve("java.security"), ALLOW);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.security.properties=" + security,
                "-cp",
                System.getProperty("java.class.path"),
                LegacyJsseServer.class.getName(),
                Loopback.address().getHostAddress()));
    command.addAll(manners);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new LegacyJsseServer(process, addresses(process, manners));
  }

  private static Map<String, InetSocketAddress> addresses(Process process, List<String> manners)
      throws IOException {
    Map<String, InetSocketAddress> addresses = new HashMap<>();
    BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
    for (String manner : manners) {
      String[] words = String.valueOf(out.readLine()).split(" ", 2);
      if (words.length < 2) {
        throw new IOException("the server did not start");
      }
      addresses.put(
          manner,
          new InetSocketAddress(InetAddress.getByName(words[0]), Integer.parseInt(words[1])));
    }
    return addresses;
  }

  /** Where the server behaves in that manner. */
  InetSocketAddress address(String manner) {
    return Objects.requireNonNull(addresses.get(manner), manner);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** In that other JVM: address, manners. */
  public static void main(String[] words) throws Exception {
    SSLContext context = TestCa.at(Instant.now()).chain("mx.example.org").sslContext();
    for (String manner : List.of(words).subList(1, words.length)) {
      SSLServerSocket listener = listener(context, words[0], manner.split(" ", 2));
      Thread.ofVirtual().start(() -> serve(listener));
      System.out.println(words[0] + " " + listener.getLocalPort());
    }
    while (System.in.read() >= 0) {
      // until the tests end
    }
  }

  private static SSLServerSocket listener(SSLContext context, String address, String[] manner)
      throws IOException {
    SSLServerSocket listener =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByName(address));
    listener.setEnabledProtocols(new String[] {manner[0]});
    listener.setEnabledCipherSuites(new String[] {manner[1]});
    return listener;
  }

  private static void serve(SSLServerSocket listener) {
    while (!listener.isClosed()) {
      try (SSLSocket socket = (SSLSocket) listener.accept()) {
        socket.startHandshake();
      } catch (IOException clientWent) { // the client's side is what tests look at
      }
    }
  }
}
