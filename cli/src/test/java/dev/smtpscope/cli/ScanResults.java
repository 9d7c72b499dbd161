package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.json.SavedReport;
import dev.smtpscope.judge.pki.TrustAnchors;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The files that a scan left, read by a test. */
record ScanResults(Path folder) {
  private static final TrustAnchors NONE = TrustAnchors.of("none", List.of());

  /** All reports, by target. */
  List<SavedReport> reports() throws Exception {
    try (InputStream in =
        new ZstdInputStream(Files.newInputStream(folder.resolve("reports.ndjson.zst")))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(ScanResults::saved)
          .sorted(Comparator.comparing(saved -> saved.facts().target().input()))
          .toList();
    }
  }

  static SavedReport saved(String json) {
    try {
      return ReportJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), NONE)
          .getFirst();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The lines of the table without when and how long, by target. */
  List<String> rows() throws Exception {
    return Files.readAllLines(folder.resolve("targets.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", 6))
        .map(cells -> String.join(",", cells[0], cells[1], cells[2], cells[5]))
        .sorted()
        .toList();
  }

  String manifest() throws Exception {
    return Files.readString(folder.resolve("manifest.json"));
  }

  /** All but times is as another scan has it. */
  void isEqualTo(ScanResults other) throws Exception {
    assertThat(manifest()).contains("\"complete\" : true");
    assertThat(rows()).isEqualTo(other.rows());
    List<Facts> ours = facts();
    List<Facts> theirs = other.facts();
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i))
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(Duration.class, Instant.class)
          .isEqualTo(theirs.get(i));
    }
  }

  private List<Facts> facts() throws Exception {
    return reports().stream().map(SavedReport::facts).toList();
  }
}
