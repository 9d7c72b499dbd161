package dev.smtpscope.realservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Haraka, whose TLS is that of Node.js. It is told its client's name, so that it asks no DNS. */
final class HarakaServer implements MailServer {
  private static final String HOME = "node_modules/Haraka/";

  @Override
  public Daemon start(Setup setup) {
    Unpacked haraka = Unpacked.of("haraka");
    Workspace workspace = setup.workspace();
    workspace.directory("queue", "root");
    configuration(setup).forEach((name, text) -> workspace.file("config/" + name, text));
    workspace.file("config/connection.ini", connections(haraka));
    workspace.file(
        "plugins/client_name.js",
        "exports.hook_lookup_rdns = next => next(OK, 'client.smtpscope.test')\n");
    workspace.secret("config/tls_key.pem", setup.identity().key(), "root");
    workspace.secret("config/tls_cert.pem", setup.identity().chain(), "root");
    return Daemon.start(
        workspace,
        List.of(),
        Map.of(),
        List.of("node", haraka.file(HOME + "bin/haraka"), "-c", workspace.root().toString()));
  }

  private static Map<String, String> configuration(Setup setup) {
    String listen =
        setup.scenario().listeners().stream()
            .map(listener -> setup.ip() + ":" + listener.port())
            .collect(Collectors.joining(","));
    return Map.of(
        "me",
        Pki.HOST + "\n",
        "plugins",
        "client_name\ntls\n",
        "smtp.ini",
        "listen=%s\nnodes=0\n".formatted(listen),
        "tls.ini",
        String.join("\n", setup.scenario().settings()) + "\n",
        "dhparams.pem",
        diffieHellman());
  }

  private static String diffieHellman() {
    return Command.of(
            "openssl", "genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe3072")
        .succeed()
        .text();
  }

  /** As it comes, but with the same greeting for everyone. */
  private static String connections(Unpacked haraka) {
    try {
      return Files.readString(Path.of(haraka.file(HOME + "config/connection.ini")))
          .replaceFirst("(?m)^banner_chars=.*$", "banner_chars=0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
