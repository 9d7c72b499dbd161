package dev.smtpscope.bulk.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.smtpscope.bulk.row.TargetRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes targets.csv: RFC 4180 in UTF-8, a header, then a line for each target. No cell is taken
 * for a formula by a spreadsheet.
 */
public final class TargetsCsv implements RowWriter {
  private final CsvWriter csv;

  /**
   * Begins the table with its header.
   *
   * @param out closed with this
   */
  public TargetsCsv(OutputStream out) throws IOException {
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    record(TargetColumns.ALL.stream().map(Column::name).toList());
  }

  @Override
  public void write(TargetRow row) throws IOException {
    record(TargetColumns.ALL.stream().map(c -> Cells.of(c.value().apply(row))).toList());
  }

  private void record(List<String> cells) throws IOException {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
