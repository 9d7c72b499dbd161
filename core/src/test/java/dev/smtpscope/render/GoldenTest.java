package dev.smtpscope.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.output.Renderers;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each sample in each format is what the golden file says. {@code -Dgolden.update=true} writes the
 * files anew, for review in the diff.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final RenderOptions ALL_THERE_IS =
      new RenderOptions(true, true, false, true, false, true, 80);

  @TestFactory
  Stream<DynamicTest> everySampleInEveryFormat() {
    return Samples.all().entrySet().stream().flatMap(GoldenTest::tests);
  }

  private static Stream<DynamicTest> tests(Map.Entry<String, Report> sample) {
    Report report = sample.getValue();
    String name = sample.getKey();
    Stream<DynamicTest> brief = Stream.of(test(name + ".txt", "text", RenderOptions.PLAIN, report));
    Stream<DynamicTest> full =
        Renderers.ALL.stream()
            .map(r -> test(name + extension(r.format()), r.format(), ALL_THERE_IS, report));
    return Stream.concat(brief, full);
  }

  private static String extension(String format) {
    return switch (format) {
      case "text" -> ".details.txt";
      case "markdown" -> ".md";
      default -> "." + format;
    };
  }

  private static DynamicTest test(
      String file, String format, RenderOptions options, Report report) {
    return DynamicTest.dynamicTest(
        file, () -> compare(FOLDER.resolve(file), rendered(format, options, report)));
  }

  private static String rendered(String format, RenderOptions options, Report report)
      throws IOException {
    StringBuilder out = new StringBuilder();
    Renderers.named(format).orElseThrow().render(report, options, out);
    return withoutAssets(out.toString());
  }

  /** Style and script are files of their own, and would repeat in every page. */
  private static String withoutAssets(String page) {
    return page.replaceAll("(?s)(<style>).*(</style>)", "$1$2")
        .replaceAll("(?s)(<script>\n?\"use strict\";).*(</script>)", "$1$2")
        .replaceAll("sha256-[\\w+/=]+", "sha256-");
  }

  private static void compare(Path golden, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
