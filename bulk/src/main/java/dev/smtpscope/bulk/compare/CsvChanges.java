package dev.smtpscope.bulk.compare;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.smtpscope.bulk.row.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Changes as CSV: target, change, column, before, after; a line for each column of each target. The
 * cells are as in targets.csv, where no spreadsheet takes one for a formula.
 */
public final class CsvChanges implements ChangeSink {
  private final CsvWriter csv;

  /** Begins with the header; {@code out} is left open. */
  public CsvChanges(Writer out) throws IOException {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    line("target", "change", "column", "before", "after");
  }

  @Override
  public void change(Change change) throws IOException {
    String kind = Ids.of(change.kind());
    if (change.cells().isEmpty()) {
      line(change.target(), kind, "", "", "");
    }
    for (Change.Cell cell : change.cells()) {
      line(change.target(), kind, cell.column(), cell.before(), cell.after());
    }
  }

  @Override
  public void end(Totals totals) throws IOException {
    csv.flush();
  }

  private void line(String... cells) throws IOException {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
