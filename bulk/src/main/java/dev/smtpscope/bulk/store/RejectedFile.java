package dev.smtpscope.bulk.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.smtpscope.bulk.input.Entry;
import dev.smtpscope.bulk.table.Cells;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The lines that name no target, as CSV. Begun anew whenever the input is read anew. */
final class RejectedFile implements Closeable {
  private final StoreFile file;
  private final OutputStream buffered;
  private final CsvWriter csv;

  RejectedFile(StoreFile file) throws IOException {
    this.file = file;
    file.truncate(0);
    this.buffered = new BufferedOutputStream(new Appending(file), 1 << 16);
    Writer writer = new OutputStreamWriter(buffered, StandardCharsets.UTF_8);
    this.csv = CsvWriter.builder().build(writer);
    add("line", "text", "why");
  }

  void add(Entry.Rejected rejected) throws IOException {
    add(String.valueOf(rejected.line()), Cells.harmless(rejected.text()), rejected.why());
  }

  private void add(String line, String text, String why) throws IOException {
    try {
      csv.writeRecord(line, text, why);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  void flush() throws IOException {
    try {
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
