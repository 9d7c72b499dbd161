package dev.smtpscope.cli.option;

import dev.smtpscope.probe.EhloName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The full name that this machine has given itself. No DNS is asked: it could take seconds. */
final class LocalName {
  private static final Path HOSTNAME = Path.of("/etc/hostname");

  private LocalName() {}

  static Optional<EhloName> find() {
    return parse(read().strip());
  }

  static Optional<EhloName> parse(String name) {
    boolean isFull =
        name.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+") && !name.contains("localhost");
    return isFull ? Optional.of(new EhloName(name)) : Optional.empty();
  }

  private static String read() {
    try {
      return Files.readString(HOSTNAME);
    } catch (IOException e) {
      return "";
    }
  }
}
