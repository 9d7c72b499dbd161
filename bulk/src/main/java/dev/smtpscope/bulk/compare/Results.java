package dev.smtpscope.bulk.compare;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.smtpscope.bulk.summary.ScanSummary;
import dev.smtpscope.bulk.table.Column;
import dev.smtpscope.bulk.table.TargetColumns;
import dev.smtpscope.json.InvalidJsonException;
import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of a finished scan in a folder.
 *
 * @param summary what they come to
 */
public record Results(Path folder, ScanSummary summary) {
  /** The columns of targets.csv that are compared. */
  public static final List<String> COMPARED =
      List.of(
          "outcome",
          "mx",
          "hosts",
          "provider",
          "mta_sts",
          "dane",
          "starttls",
          "tls_version",
          "tls_group",
          "certificate",
          "software",
          "findings");

  private static final List<String> COLUMNS = TargetColumns.ALL.stream().map(Column::name).toList();
  private static final List<Integer> PLACES = COMPARED.stream().map(COLUMNS::indexOf).toList();
  private static final int LARGEST_SUMMARY = 64 * 1024 * 1024;

  /**
   * Opens the results in {@code folder}.
   *
   * @throws InvalidResultsException where there are none, they are of another version, or the scan
   *     is not finished
   */
  public static Results open(Path folder) throws InvalidResultsException {
    if (!Files.isDirectory(folder)) {
      throw problem(folder, "is no folder; name the folder that scan -o wrote");
    }
    if (!Files.isRegularFile(folder.resolve("summary.json"))) {
      throw Files.exists(folder.resolve(".partial"))
          ? problem(folder, "holds a scan that is not finished; go on with scan --resume")
          : problem(folder, "holds no results; name the folder that scan -o wrote");
    }
    ScanSummary summary = summary(folder);
    if (!summary.about().complete()) {
      throw problem(folder, "holds a scan that was broken off; go on with scan --resume");
    }
    return new Results(folder, summary);
  }

  /** The octets of targets.csv. */
  long size() throws IOException {
    return Files.size(table());
  }

  /**
   * The targets, as they come; to be closed.
   *
   * @throws InvalidResultsException where the table has other columns
   */
  Stream<ComparedTarget> targets() throws IOException, InvalidResultsException {
    CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(table());
    Stream<CsvRecord> records = csv.stream();
    Iterator<CsvRecord> iterator = records.iterator();
    if (!iterator.hasNext() || !iterator.next().getFields().equals(COLUMNS)) {
      csv.close();
      throw problem(folder, "has a targets.csv with other columns; scan again with this version");
    }
    return Stream.iterate(iterator, Iterator::hasNext, rest -> rest)
        .map(rest -> rest.next().getFields())
        .map(Results::compared)
        .onClose(() -> close(csv));
  }

  private Path table() {
    return folder.resolve("targets.csv");
  }

  private static ComparedTarget compared(List<String> fields) {
    if (fields.stream().anyMatch(cell -> cell.contains(ComparedTarget.BETWEEN))) {
      throw new CsvParseException("a cell with a NUL");
    }
    if (fields.size() != COLUMNS.size()) {
      throw new CsvParseException(fields.size() + " cells where " + COLUMNS.size() + " should be");
    }
    return ComparedTarget.of(fields.getFirst(), PLACES.stream().map(fields::get).toList());
  }

  private static ScanSummary summary(Path folder) throws InvalidResultsException {
    Path file = folder.resolve("summary.json");
    try {
      if (Files.size(file) > LARGEST_SUMMARY) {
        throw problem(folder, "has a summary.json that is too large to be one");
      }
      ScanSummary summary = ScanSummary.read(Files.readAllBytes(file));
      if (!summary.format().equals(ScanSummary.FORMAT) || summary.schema() != ScanSummary.SCHEMA) {
        throw problem(
            folder,
            "is of schema " + summary.schema() + "; this version reads " + ScanSummary.SCHEMA);
      }
      return summary;
    } catch (IOException e) {
      throw problem(folder, "has a summary.json that can't be read");
    } catch (InvalidJsonException e) {
      throw problem(
          folder,
          "has a summary.json of another version (this one reads schema "
              + ScanSummary.SCHEMA
              + "): "
              + e.getMessage());
    }
  }

  private static InvalidResultsException problem(Path folder, String what) {
    return new InvalidResultsException(Visible.ofText(folder.toString()) + " " + what);
  }

  private static void close(CsvReader<CsvRecord> csv) {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
