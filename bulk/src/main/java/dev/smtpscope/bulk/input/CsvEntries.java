package dev.smtpscope.bulk.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One target a CSV record, in the column that was named; empty lines are passed over. */
final class CsvEntries implements Entries {
  private static final int LONGEST_HEADER = 300;

  private final CsvRecords records;
  private final EntryParser parser;
  private final int index;
  private Optional<Line> ahead;

  private CsvEntries(CsvRecords records, TargetParser parser, int index, Optional<Line> ahead) {
    this.records = records;
    this.parser = new EntryParser(parser);
    this.index = index;
    this.ahead = ahead;
  }

  /** Reads the first record, which is a header if the column has a name. */
  static CsvEntries of(LineReader lines, TargetParser parser, Column column)
      throws IOException, InputException {
    CsvRecords records = new CsvRecords(lines);
    Optional<Line> first = records.next();
    List<String> fields = first.map(CsvEntries::fieldsIfAny).orElse(List.of());
    return switch (column) {
      case Column.Numbered(int number) -> {
        requireColumn(number, fields);
        yield new CsvEntries(records, parser, number - 1, first);
      }
      case Column.Named named ->
          new CsvEntries(records, parser, find(named, fields), Optional.empty());
    };
  }

  private static void requireColumn(int number, List<String> fields) throws InputException {
    if (!fields.isEmpty() && number > fields.size()) {
      throw new InputException("has no column " + number + "; its first line has " + fields.size());
    }
  }

  private static int find(Column.Named column, List<String> header) throws InputException {
    int index = Column.find(column, header);
    if (index < 0) {
      throw new InputException(
          "has no column '"
              + Visible.ofText(column.name())
              + "'; its first line names "
              + (header.isEmpty()
                  ? "none"
                  : Words.shortened(Visible.ofText(String.join(", ", header)), LONGEST_HEADER)));
    }
    return index;
  }

  private static List<String> fieldsIfAny(Line line) {
    try {
      return line instanceof Line.Text(long _, String text) && !text.isBlank()
          ? fields(text)
          : List.of();
    } catch (CsvParseException e) {
      return List.of();
    }
  }

  @Override
  public Optional<Entry> next() throws IOException {
    Optional<Line> line = ahead.isPresent() ? ahead : records.next();
    ahead = Optional.empty();
    while (line.isPresent()
        && line.get() instanceof Line.Text(long _, String text)
        && text.isBlank()) {
      line = records.next();
    }
    return line.map(this::entry);
  }

  private Entry entry(Line line) {
    return switch (line) {
      case Line.Broken broken -> broken.rejected();
      case Line.Text text -> entry(text);
    };
  }

  private Entry entry(Line.Text line) {
    try {
      List<String> fields = fields(line.text());
      return index < fields.size()
          ? parser.entry(line, fields.get(index), "")
          : line.broken("the record has no column " + (index + 1)).rejected();
    } catch (CsvParseException e) {
      return line.broken("the line is not CSV as in RFC 4180").rejected();
    }
  }

  private static List<String> fields(String record) {
    return CsvReader.builder()
        .maxBufferSize(2 * CsvRecords.LONGEST)
        .ofSingleCsvRecord(record)
        .getFields();
  }
}
