package dev.smtpscope.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.output.Renderers;
import dev.smtpscope.render.text.TextRenderer;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every output, whatever a server said. */
class OutputSafetyTest {
  private static final RenderOptions ASCII =
      new RenderOptions(true, true, false, true, false, false, 80);
  private static final RenderOptions NARROW =
      new RenderOptions(true, true, false, false, false, true, 40);
  private static final RenderOptions COLOR =
      new RenderOptions(true, true, false, false, true, true, 80);
  private static final RenderOptions ALL =
      new RenderOptions(true, true, false, true, false, true, 80);
  private static final RenderOptions QUIET =
      new RenderOptions(false, false, true, false, false, true, 80);

  @Test
  void noOutputHoldsAControlCharacter() throws IOException {
    for (Renderer renderer : Renderers.ALL) {
      for (RenderOptions options : List.of(RenderOptions.PLAIN, ALL, ASCII, NARROW, QUIET)) {
        for (Report report : Samples.all().values()) {
          assertThat(rendered(renderer, report, options))
              .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]");
        }
      }
    }
  }

  @Test
  void withColourOnlySgrSequencesAreWritten() throws IOException {
    for (Report report : Samples.all().values()) {
      String text = rendered(new TextRenderer(), report, COLOR);

      assertThat(text).contains("\u001b[");
      assertThat(text.replaceAll("\u001b\\[[0-9;]+m", ""))
          .isEqualTo(rendered(new TextRenderer(), report, withoutColor()));
    }
  }

  @Test
  void onlyLinesToCopyAreWiderThanTheTerminal() throws IOException {
    for (RenderOptions options : List.of(RenderOptions.PLAIN, NARROW)) {
      for (Report report : Samples.all().values()) {
        assertThat(rendered(new TextRenderer(), report, options).lines())
            .filteredOn(line -> line.codePointCount(0, line.length()) > options.width())
            .allSatisfy(line ->
                assertThat(line)
                    .matches(
                        "^  Try   .*|^ {10}.*|^ {6}_\\d+\\._tcp\\..* IN TLSA .*|^ {6}_mta-sts.*"));
      }
    }
  }

  @Test
  void asciiOutputIsAscii() throws IOException {
    for (Report report : Samples.all().values()) {
      assertThat(rendered(new TextRenderer(), report, ASCII)).isASCII();
    }
  }

  @Test
  void quietIsTheVerdictAndTheTitles() throws IOException {
    assertThat(rendered(new TextRenderer(), Samples.badCertificate(), QUIET))
        .isEqualTo(
            """
            ✗ mail.example.org has 1 error and 1 warning; first: The certificate expired 12
              days ago.

            ✗ error: The certificate expired 12 days ago
              on 192.0.2.10:587
            ! warning: The certificate expired 12 days ago
              on 192.0.2.10:25
            · notice: The certificate is self-signed
              on 192.0.2.10:25, 192.0.2.10:587
            """);
  }

  private static RenderOptions withoutColor() {
    return new RenderOptions(true, true, false, false, false, true, 80);
  }

  private static String rendered(Renderer renderer, Report report, RenderOptions options)
      throws IOException {
    StringBuilder out = new StringBuilder();
    renderer.render(report, options, out);
    return out.toString();
  }
}
