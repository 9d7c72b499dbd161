package dev.smtpscope.cli.explain;

import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages about the checks, as they stand in the project's docs. */
final class CheckPages {
  private CheckPages() {}

  /** The page of a check, or of the check that a finding's id belongs to, in Markdown. */
  static Optional<String> find(String id) {
    String check = id.toLowerCase(Locale.ROOT).replaceFirst("/.*", "");
    return check.matches("[a-z0-9-]{1,80}") ? read("checks/" + check + ".md") : Optional.empty();
  }

  /** The ids of checks that hold all of {@code query}. */
  static Stream<String> near(String query) {
    String part = query.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Checks.ALL.stream().map(Check::id).filter(id -> part.length() > 2 && id.contains(part));
  }

  private static Optional<String> read(String name) {
    try (InputStream in = CheckPages.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
