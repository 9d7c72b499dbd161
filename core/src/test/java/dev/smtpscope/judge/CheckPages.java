package dev.smtpscope.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the checks, and those parts of them that the code decides. */
final class CheckPages {
  static final Path FOLDER = Path.of("..", "docs", "checks");
  static final Path INDEX = FOLDER.resolve("README.md");

  private CheckPages() {}

  static Path of(Check check) {
    return FOLDER.resolve(check.id() + ".md");
  }

  /** The ids that have a page. */
  static List<String> ids() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.equals(INDEX))
          .map(file -> file.getFileName().toString().replaceFirst("\\.md$", ""))
          .sorted()
          .toList();
    }
  }

  /** The page with the lines that the check's remedies have. */
  static String page(Check check, String current) {
    StringBuilder lines = new StringBuilder();
    check.remedies().stream()
        .flatMap(remedy -> remedy.all().stream())
        .distinct()
        .sorted((a, b) -> a.software().compareTo(b.software()))
        .forEach(configuration -> append(lines, configuration));
    return between(current, "<!-- by software -->", lines.toString());
  }

  /** The index of all checks. */
  static String index(String current) {
    StringBuilder table = new StringBuilder("| check | asks |\n|---|---|\n");
    for (Check check : Checks.ALL) {
      table.append("| [%s](%s.md) | %s |\n".formatted(check.id(), check.id(), check.title()));
    }
    return between(current, "<!-- index -->", table.toString());
  }

  private static void append(StringBuilder out, Fix.Configuration configuration) {
    out.append("\n%s (%s):\n\n```\n".formatted(configuration.software(), configuration.where()));
    configuration.lines().forEach(line -> out.append(line).append('\n'));
    out.append("```\n");
  }

  private static String between(String page, String marker, String content) {
    int start = page.indexOf(marker);
    int end = page.indexOf("<!-- end -->", start);
    if (start < 0 || end < 0) {
      return "(the marker " + marker + " or <!-- end --> is missing)";
    }
    String gap = content.isEmpty() ? "" : "\n";
    String body = content.startsWith("\n") ? content : gap + content;
    return page.substring(0, start) + marker + "\n" + body + gap + page.substring(end);
  }
}
