package dev.smtpscope.cli.serve;

import dev.smtpscope.cli.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder for what is kept, by the XDG Base Directory Specification unless one is named. */
final class DataFolder {
  private DataFolder() {}

  static Path of(Optional<Path> named, Map<String, String> environment) {
    Path folder = named.orElseGet(() -> usual(environment));
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageException("--data: " + folder + " is no folder");
    }
    return folder;
  }

  private static Path usual(Map<String, String> environment) {
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    return data.startsWith("/")
        ? Path.of(data, "smtpscope")
        : Path.of(home, ".local", "share", "smtpscope");
  }
}
