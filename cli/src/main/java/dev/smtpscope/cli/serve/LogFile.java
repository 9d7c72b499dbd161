package dev.smtpscope.cli.serve;

import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens the access log, to which lines are added. */
final class LogFile {
  private LogFile() {}

  static PrintStream open(String name, Console console) {
    if (name.equals("-")) {
      return new PrintStream(console.out(), true, StandardCharsets.UTF_8);
    }
    try {
      return new PrintStream(
          Files.newOutputStream(
              Path.of(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
          true,
          StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("--access-log: " + name + " cannot be written");
    }
  }
}
