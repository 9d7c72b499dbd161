package dev.smtpscope.bulk.table;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetReader;
import dev.smtpscope.bulk.parquet.PlainRows;
import dev.smtpscope.bulk.row.Reports;
import dev.smtpscope.bulk.row.TargetRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsParquetTest {
  @TempDir private Path folder;

  @Test
  void hasALineForEachAddressAndPort() throws Exception {
    Path file = folder.resolve("results.parquet");
    int expected = 0;
    try (ResultsParquet parquet =
        new ResultsParquet(Files.newOutputStream(file), "smtpscope test")) {
      for (String name : Reports.NAMES) {
        TargetRow row = TargetRow.of(Reports.of(name));
        parquet.write(row);
        expected += Math.max(1, row.endpoints().size());
      }
    }
    List<Map<String, Object>> lines = PlainRows.of(file);
    assertThat(lines).hasSize(expected);
    assertThat(lines.getFirst())
        .containsEntry("name", "mail.example.org")
        .containsEntry("port", 25L)
        .containsEntry("connect_ms", 12.0);
    assertThat(
            ParquetReader.readMetadata(file.toFile())
                .getFileMetaData()
                .getSchema()
                .getFields()
                .stream()
                .map(field -> field.getName()))
        .containsExactlyElementsOf(ResultColumns.ALL.stream().map(Column::name).toList());
  }

  @Test
  void keepsTargetsWithoutAnyAddress() throws Exception {
    TargetRow row = TargetRow.of(Reports.of("no-address"));
    assertThat(Line.of(row)).containsExactly(new Line(row, Optional.empty()));
  }

  @Test
  void namesEachColumnOnce() {
    assertThat(ResultColumns.ALL.stream().map(Column::name)).doesNotHaveDuplicates();
    assertThat(TargetColumns.ALL.stream().map(Column::name)).doesNotHaveDuplicates();
  }
}
