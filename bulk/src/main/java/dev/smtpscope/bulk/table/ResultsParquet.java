package dev.smtpscope.bulk.table;

import dev.smtpscope.bulk.parquet.ParquetColumn;
import dev.smtpscope.bulk.parquet.ParquetWriter;
import dev.smtpscope.bulk.row.TargetRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes results.parquet: a line for each target and each of its addresses and ports. */
public final class ResultsParquet implements RowWriter {
  /** The version of the columns, in the file's metadata as {@code smtpscope.columns}. */
  public static final int VERSION = 1;

  private static final List<ParquetColumn> COLUMNS =
      ResultColumns.ALL.stream().map(c -> new ParquetColumn(c.name(), c.type())).toList();

  private final ParquetWriter parquet;

  /**
   * Begins the file.
   *
   * @param out closed with this
   * @param creator the program with its version
   */
  public ResultsParquet(OutputStream out, String creator) throws IOException {
    parquet =
        new ParquetWriter(
            out, creator, Map.of("smtpscope.columns", String.valueOf(VERSION)), COLUMNS);
  }

  @Override
  public void write(TargetRow row) throws IOException {
    for (Iterator<Line> lines = Line.of(row).iterator(); lines.hasNext(); ) {
      Line line = lines.next();
      parquet.write(ResultColumns.ALL.stream().map(c -> c.value().apply(line)).toList());
    }
  }

  @Override
  public void close() throws IOException {
    parquet.close();
  }
}
