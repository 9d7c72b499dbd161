package dev.smtpscope.bulk.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.bulk.Golden;
import dev.smtpscope.bulk.row.Reports;
import dev.smtpscope.bulk.row.TargetRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TargetsCsvTest {
  @Test
  void hasALineForEachTarget() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TargetsCsv csv = new TargetsCsv(out)) {
      for (String name : Reports.NAMES) {
        csv.write(TargetRow.of(Reports.of(name)));
      }
    }
    Golden.check("targets.csv", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void failsWhereTheDiskDoes() throws Exception {
    TargetRow row = TargetRow.of(Reports.of("good"));
    assertThatThrownBy(() -> fill(row))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("full");
  }

  private static void fill(TargetRow row) throws IOException {
    try (TargetsCsv csv = new TargetsCsv(new FullDisk())) {
      for (int i = 0; i < 1000; i++) {
        csv.write(row);
      }
    }
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      throw new IOException("the disk is full");
    }
  }
}
