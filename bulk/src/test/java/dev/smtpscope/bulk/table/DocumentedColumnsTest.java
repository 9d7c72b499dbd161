package dev.smtpscope.bulk.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.compare.Results;
import dev.smtpscope.bulk.parquet.ParquetType;
import dev.smtpscope.bulk.row.CertificateState;
import dev.smtpscope.bulk.row.DaneState;
import dev.smtpscope.bulk.row.DialState;
import dev.smtpscope.bulk.row.Ids;
import dev.smtpscope.bulk.row.MxState;
import dev.smtpscope.bulk.row.StsState;
import dev.smtpscope.bulk.row.TlsState;
import dev.smtpscope.bulk.summary.Breakdown;
import dev.smtpscope.bulk.summary.Summaries;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.target.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/scan.md tells of every column, of its type, and of every word that stands in one. */
class DocumentedColumnsTest {
  private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9_]+)` \\| ([a-z]+) \\|.*");

  private record Told(String name, String type) {}

  @Test
  void tellsOfTheTableOfTargets() throws IOException {
    assertThat(told("### targets.csv"))
        .isEqualTo(TargetColumns.ALL.stream().map(DocumentedColumnsTest::told).toList());
  }

  @Test
  void tellsOfTheTableOfResults() throws IOException {
    assertThat(told("### results.parquet"))
        .isEqualTo(ResultColumns.ALL.stream().map(DocumentedColumnsTest::told).toList());
  }

  @Test
  void tellsOfEveryWord() throws IOException {
    String page = page();
    List<Enum<?>[]> words =
        List.of(
            CertificateState.values(),
            DaneState.values(),
            DialState.values(),
            MxState.values(),
            StsState.values(),
            TlsState.values(),
            EndpointState.values(),
            Outcome.values(),
            Role.values());
    assertThat(words.stream().flatMap(Stream::of).map(word -> "`" + Ids.of(word) + "`"))
        .allMatch(page::contains);
  }

  @Test
  void tellsOfEveryQualityAndOfWhatIsCompared() throws IOException {
    String page = page();
    assertThat(Summaries.of(10).breakdowns().stream().map(Breakdown::id))
        .allMatch(id -> page.contains("`" + id + "`"));
    String compared = page.substring(page.indexOf("## What changed"));
    assertThat(Results.COMPARED).allMatch(column -> compared.contains("`" + column + "`"));
  }

  private static Told told(Column<?> column) {
    return new Told(column.name(), type(column.type()));
  }

  private static String type(ParquetType type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case INTEGER -> "integer";
      case DOUBLE -> "number";
      case TEXT -> "text";
      case TIME -> "time";
    };
  }

  private static List<Told> told(String heading) throws IOException {
    return page()
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> new Told(row.group(1), row.group(2)))
        .toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/scan.md"));
  }
}
