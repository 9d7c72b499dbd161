package dev.smtpscope.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Thresholds;
import dev.smtpscope.judge.Verdicts;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.output.Renderers;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.render.Samples;
import dev.smtpscope.report.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class ReportJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TrustAnchors PLATFORM = TrustAnchors.of("JDK trust store", List.of());

  @Test
  void factsComeBackExactly() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      Facts facts = new RandomFacts(seed).facts();

      assertThat(read(written(report(facts))))
          .as("seed %d", seed)
          .extracting(SavedReport::facts)
          .containsExactly(facts);
    }
  }

  @Test
  void aLineIsTheSameDocument() throws Exception {
    for (Report report : Samples.all().values()) {
      String line = new String(ReportJson.line(report), StandardCharsets.UTF_8);
      StringBuilder document = new StringBuilder();
      ReportJson.write(List.of(report), true, document);

      assertThat(line).isNotEmpty().doesNotContain("\n", "\r");
      assertThat(JSON.readTree(line)).isEqualTo(JSON.readTree(document.toString()));
      assertThat(read(line)).extracting(SavedReport::facts).containsExactly(report.facts());
    }
  }

  @Test
  void severalReportsComeBackInTheirOrder() throws Exception {
    List<Report> reports = List.copyOf(Samples.all().values());
    StringBuilder out = new StringBuilder();
    ReportJson.write(reports, true, out);

    assertThat(read(out.toString()))
        .extracting(SavedReport::facts)
        .isEqualTo(reports.stream().map(Report::facts).toList());
  }

  @Test
  void rulesComeBack() throws Exception {
    Thresholds thresholds =
        new Thresholds(Duration.ofHours(36), Duration.ofDays(90), Duration.ofMillis(1500));
    Ruleset rules =
        new Ruleset("strict", thresholds, PLATFORM, Map.of("starttls-missing", Severity.ERROR));
    Report report =
        new Report(new RandomFacts(1).facts(), rules, new Verdicts(List.of(), List.of()));

    Ruleset read = read(written(report)).getFirst().rules();

    assertThat(read).isEqualTo(rules);
  }

  @Test
  void asciiOutputReadsTheSame() throws Exception {
    Report hostile = Samples.hostile();
    StringBuilder out = new StringBuilder();
    ReportJson.write(List.of(hostile), false, out);

    assertThat(out.toString()).isASCII();
    assertThat(read(out.toString()).getFirst().facts()).isEqualTo(hostile.facts());
  }

  @Test
  void unknownFieldsAreLeftAside() throws Exception {
    String json = sample().replaceFirst("\\{", "{\"news\": [{}], ");

    assertThat(read(json)).hasSize(1);
  }

  @Test
  void aNewerSchemaIsNamed() {
    assertComplaint(
        sample().replaceFirst("\"schema\" : 2", "\"schema\" : 3"),
        "written by a newer smtpscope (schema 3); this one reads schema 2");
  }

  @Test
  void anOlderSchemaIsNamed() {
    assertComplaint(
        sample().replaceFirst("\"schema\" : 2", "\"schema\" : 1"),
        "written by an older smtpscope (schema 1); this one reads schema 2: check again");
  }

  @Test
  void otherJsonIsNamed() {
    assertComplaint("{\"name\": \"x\"}", "not a report of smtpscope: the field \"format\" should");
    assertComplaint("[]", "line 1, column 1: another kind of value is expected");
    assertComplaint("", "another kind of value is expected");
  }

  @Test
  void brokenJsonIsShownWithItsPlace() {
    assertComplaint("{\n  \"format\": nope\n}", "line 2, column ");
  }

  @Test
  void wrongValuesAreShownWithWhatWouldBeRight() {
    assertComplaint(
        sample().replaceFirst("\"type\" : \"connected\"", "\"type\" : \"conected\""),
        "reports[0].facts.endpoints[0].dial: 'conected' is none of connected, refused, timed-out");
    assertComplaint(
        sample().replace("\"version\" : \"TLSv1.3\"", "\"version\" : \"TLSv1.9\""),
        "'TLSv1.9' is none of SSLv2, SSLv3");
    assertComplaint(
        sample().replace("\"port\" : 465,\n              \"role\"", "\"port\" : 99999, \"role\""),
        "a port is 1 to 65535, not 99999");
    assertComplaint(
        sample().replace("\"elapsedSeconds\" : 0.412", "\"elapsedSeconds\" : 1e999999999"),
        "seconds are 0 to");
    assertComplaint(sample().replace("\"2026-06-15T12:00:00Z\"", "\"tomorrow\""), "a time such as");
  }

  @Test
  void aReplyWithoutLinesIsRefused() {
    assertComplaint(
        sample().replaceFirst("\"lines\" : \\[[^]]*\\]", "\"lines\" : []"),
        "a reply has at least one line");
  }

  /** Whatever a file claims can be judged and shown in every format. */
  @Test
  void everyShapeOfFactsCanBeJudgedAndRendered() throws IOException {
    RenderOptions everything = new RenderOptions(true, true, false, true, false, true, 80);
    for (int seed = 0; seed < 150; seed++) {
      Report report = Report.of(new RandomFacts(seed).facts(), Ruleset.standard(PLATFORM));
      for (Renderer renderer : Renderers.ALL) {
        StringBuilder out = new StringBuilder();
        renderer.render(report, everything, out);
        assertThat(out).as("seed %d", seed).isNotEmpty();
      }
    }
  }

  @Test
  void controlCharactersAreMadeVisible() throws Exception {
    String json = sample().replace("(3.9.1)", "\\u001b[2J\\u202e");

    assertThat(read(json).getFirst().facts().toString()).contains("\\x1B[2J\\xE2\\x80\\xAE");
  }

  /** Any byte changed, and any part left out, gives facts or one clear line, never more. */
  @Test
  void damagedFilesGiveOneLine() throws IOException {
    Random random = new Random(7);
    String json = sample();
    for (int i = 0; i < 500; i++) {
      String damaged = damaged(json, random);
      try {
        read(damaged).forEach(saved -> assertThat(saved.facts()).hasNoNullFieldsOrProperties());
      } catch (InvalidReportException e) {
        assertThat(e.getMessage())
            .doesNotContain("\n")
            .doesNotContain("smtpscope.facts")
            .hasSizeLessThan(400);
      }
    }
  }

  @Test
  void everyFieldOfTheFactsIsAskedForOrOptional() throws IOException {
    List<String> lines = new ArrayList<>(sample().lines().toList());
    for (int i = 0; i < lines.size(); i++) {
      List<String> without = new ArrayList<>(lines);
      without.remove(i);
      try {
        read(String.join("\n", without)).forEach(SavedReport::facts);
      } catch (InvalidReportException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  private static String damaged(String json, Random random) {
    StringBuilder out = new StringBuilder(json);
    int at = random.nextInt(json.length());
    switch (random.nextInt(3)) {
      case 0 -> out.setCharAt(at, "\"{}[]:,0-x \\".charAt(random.nextInt(12)));
      case 1 -> out.delete(at, Math.min(json.length(), at + random.nextInt(60)));
      default -> out.insert(at, "null");
    }
    return out.toString();
  }

  private static void assertComplaint(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InvalidReportException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  private static String sample() {
    return written(Samples.good());
  }

  private static Report report(Facts facts) {
    return new Report(facts, Ruleset.standard(PLATFORM), new Verdicts(List.of(), List.of()));
  }

  private static String written(Report report) {
    StringBuilder out = new StringBuilder();
    try {
      ReportJson.write(List.of(report), true, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  private static List<SavedReport> read(String json) throws IOException, InvalidReportException {
    return ReportJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), PLATFORM);
  }
}
