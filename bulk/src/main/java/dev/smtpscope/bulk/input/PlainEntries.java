package dev.smtpscope.bulk.input;

import dev.smtpscope.target.TargetParser;
import java.io.IOException;
import java.util.Optional;

/** One target a line; blank lines and those that begin with {@code #} are passed over. */
final class PlainEntries implements Entries {
  private final LineReader lines;
  private final EntryParser parser;

  PlainEntries(LineReader lines, TargetParser parser) {
    this.lines = lines;
    this.parser = new EntryParser(parser);
  }

  @Override
  public Optional<Entry> next() throws IOException {
    Optional<Line> line = lines.next();
    while (line.isPresent() && isEmpty(line.get())) {
      line = lines.next();
    }
    return line.map(this::entry);
  }

  private static boolean isEmpty(Line line) {
    return line instanceof Line.Text(long _, String text)
        && (text.isBlank() || text.stripLeading().startsWith("#"));
  }

  private Entry entry(Line line) {
    return switch (line) {
      case Line.Broken broken -> broken.rejected();
      case Line.Text text when text.text().contains(",") ->
          parser.entry(text, text.text(), "; to read CSV, name its column with --column");
      case Line.Text text -> parser.entry(text, text.text(), "");
    };
  }
}
