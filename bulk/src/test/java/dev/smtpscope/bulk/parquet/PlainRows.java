package dev.smtpscope.bulk.parquet;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the format's reference implementation reads: physical values by column, none for empty. */
public final class PlainRows
    implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {
  private PlainRows() {}

  /** All rows of {@code file}. */
  public static List<Map<String, Object>> of(Path file) throws IOException {
    try (Stream<Map<String, Object>> rows =
        ParquetReader.streamContent(file.toFile(), new PlainRows())) {
      return rows.toList();
    }
  }

  @Override
  public Map<String, Object> start() {
    return new LinkedHashMap<>();
  }

  @Override
  public Map<String, Object> add(
      Map<String, Object> row, String[] heading, @Nullable Object value) {
    if (value != null) {
      row.put(heading[0], value);
    }
    return row;
  }

  @Override
  public Map<String, Object> finish(Map<String, Object> row) {
    return row;
  }
}
