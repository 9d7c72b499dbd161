package dev.smtpscope.realservers;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.target.TlsMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The scanner {@code testssl.sh}, which takes minutes. */
final class Testssl {
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private Testssl() {}

  /**
   * What it writes as JSON.
   *
   * @param options what to look at; none for everything
   */
  static List<String> json(Endpoint server, List<String> options) {
    Unpacked testssl = Unpacked.of("testssl.sh");
    Path json = scratch();
    List<String> words = new ArrayList<>(List.of("bash", testssl.file("usr/bin/testssl")));
    words.addAll(List.of("--warnings", "off", "--color", "0", "--jsonfile", json.toString()));
    words.addAll(options);
    if (server.service().tls() == TlsMode.STARTTLS) {
      words.addAll(List.of("--starttls", "smtp"));
    }
    words.add(server.toString());
    Command.of(words)
        .with(testssl.environment())
        .with(
            Map.of(
                "TESTSSL_INSTALL_DIR",
                testssl.file("etc/testssl"),
                "PATH",
                testssl.file("usr/bin") + ":" + System.getenv("PATH")))
        .within(LIMIT)
        .run();
    return read(json);
  }

  /** A name that is free: the program appends to a file that is there. */
  private static Path scratch() {
    try {
      Path file = Files.createTempFile("smtpscope-testssl-", ".json");
      Files.delete(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      Files.delete(file);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
