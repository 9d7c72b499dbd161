package dev.smtpscope.bulk.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  private static final String SPECIAL = "=+-@\t\r\n\",;' \\ab1\uff1d\u00e9";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://example.org\")",
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\uff1d1"
      })
  void defusesFormulas(String text) {
    assertThat(Cells.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mail.example.org", "a=b", " x", "'=1", "1-2"})
  void leavesOtherTextAlone(String text) {
    assertThat(Cells.harmless(text)).isEqualTo(text);
  }

  @Test
  void writesNumbersAndTimesPlainly() {
    assertThat(Cells.of(Optional.of(0.001))).isEqualTo("0.001");
    assertThat(Cells.of(Optional.of(1.0E7))).isEqualTo("10000000");
    assertThat(Cells.of(Optional.of(Instant.parse("2026-03-01T12:00:00Z"))))
        .isEqualTo("2026-03-01T12:00:00Z");
    assertThat(Cells.of(Optional.empty())).isEmpty();
  }

  @Test
  void comesBackFromAnyReaderAndIsNeverAFormula() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      List<String> texts =
          IntStream.range(0, 1 + random.nextInt(5)).mapToObj(_ -> text(random)).toList();
      StringWriter written = new StringWriter();
      try (CsvWriter csv = CsvWriter.builder().build(written)) {
        csv.writeRecord(texts.stream().map(text -> Cells.of(Optional.of(text))).toList());
      }
      try (CsvReader<CsvRecord> read =
          CsvReader.builder().skipEmptyLines(false).ofCsvRecord(written.toString())) {
        List<String> fields = read.stream().toList().getFirst().getFields();
        assertThat(fields).isEqualTo(texts.stream().map(Cells::harmless).toList());
        assertThat(fields).noneMatch(CellsTest::beginsFormula);
      }
    }
  }

  private static boolean beginsFormula(String field) {
    String begin = field.stripLeading();
    return !begin.isEmpty() && "=+-@\uff1d".indexOf(begin.charAt(0)) >= 0;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    random
        .ints(random.nextInt(8), 0, SPECIAL.length())
        .forEach(i -> text.append(SPECIAL.charAt(i)));
    return text.toString();
  }
}
