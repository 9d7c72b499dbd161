package dev.smtpscope.realservers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The reviewed list of what is to be found on each server: {@code SCENARIO port severity id}. */
final class ExpectedFindings {
  private static final String FILE = "expected-findings.txt";

  private ExpectedFindings() {}

  static List<String> of(Scenario scenario) {
    String prefix = scenario.name() + " ";
    try (var in = Objects.requireNonNull(ExpectedFindings.class.getResourceAsStream(FILE));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return reader
          .lines()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
