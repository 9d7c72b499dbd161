package dev.smtpscope.cli.serve;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.web.http.Token;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the token: never on the command line, which every user of a machine can read. */
final class Secrets {
  private static final String VARIABLE = "SMTPSCOPE_TOKEN";
  private static final int LONGEST_FILE = 4096;

  private Secrets() {}

  static Optional<Token> token(Optional<Path> file, Map<String, String> environment) {
    return file.isPresent()
        ? file.map(path -> token("--token-file: " + path, read(path)))
        : Optional.ofNullable(environment.get(VARIABLE)).map(secret -> token(VARIABLE, secret));
  }

  private static Token token(String where, String secret) {
    try {
      return new Token(secret.strip());
    } catch (IllegalArgumentException e) {
      throw new UsageException(where + ": " + e.getMessage());
    }
  }

  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException("--token-file: " + file + " cannot be read");
    }
  }
}
