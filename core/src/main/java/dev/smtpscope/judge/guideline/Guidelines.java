package dev.smtpscope.judge.guideline;

import dev.smtpscope.judge.audit.Offering;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The guidelines that there are. */
public final class Guidelines {
  /** Their names in options. */
  public static final List<String> NAMES =
      List.of("rfc9325", "mozilla-modern", "mozilla-intermediate", "ncsc-nl", "bsi-tr-02102-2");

  private Guidelines() {}

  /**
   * How a server stands by the guideline of that name.
   *
   * @throws IllegalArgumentException when {@link #NAMES} has no such name
   */
  public static GuidelineVerdict judge(String name, Offering offering) {
    return named(name).judge(Scope.of(offering));
  }

  static Guideline named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no guideline " + name);
    }
    return read(name, text(name + ".txt"));
  }

  private static Guideline read(String id, String text) {
    Map<String, String> fields = new HashMap<>();
    List<Guideline.Requirement> requirements = new ArrayList<>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> {
          if (line.contains(" | ")) {
            requirements.add(requirement(List.of(line.split(" \\| ", -1))));
          } else {
            int colon = line.indexOf(": ");
            fields.put(line.substring(0, colon), line.substring(colon + 2));
          }
        });
    return new Guideline(
        id,
        field(fields, "name"),
        field(fields, "title"),
        field(fields, "url"),
        field(fields, "best"),
        requirements);
  }

  private static String field(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  private static Guideline.Requirement requirement(List<String> columns) {
    return new Guideline.Requirement(
        columns.get(0), Level.named(columns.get(1)), Rules.read(columns.get(2)), columns.get(3));
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(Guidelines.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
