package dev.smtpscope.cli.demo;

import dev.smtpscope.target.Addresses;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The servers that the training run checks, in a process of their own so that what a server needs
 * is not recorded as what a check needs. Prints a line for each, address and port, and ends with
 * standard input.
 */
final class TrainingServers {
  static final String HOST = "mail.training.example";

  private TrainingServers() {}

  /** Writes the root certificates to the two files named by {@code args}. */
  public static void main(String[] args) throws IOException {
    try (ScriptedSmtpServer rsa = start(KeyType.RSA_2048, Path.of(args[0]));
        ScriptedSmtpServer ecdsa = start(KeyType.EC_P256, Path.of(args[1]))) {
      System.out.println(where(rsa));
      System.out.println(where(ecdsa));
      System.in.readAllBytes();
    }
  }

  private static ScriptedSmtpServer start(KeyType keys, Path root) throws IOException {
    TestCa authority = TestCa.of("Training", keys, Instant.now());
    authority.writeRoot(root);
    return ScriptedSmtpServer.start(
        Behaviours.postfix(HOST).tls(ServerTls.of(authority.chain(HOST))));
  }

  private static String where(ScriptedSmtpServer server) {
    return Addresses.text(server.address()) + " " + server.port();
  }
}
