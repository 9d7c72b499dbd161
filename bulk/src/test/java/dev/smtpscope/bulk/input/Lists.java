package dev.smtpscope.bulk.input;

import com.github.luben.zstd.Zstd;
import dev.smtpscope.target.TargetParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Lists of targets, and what is read from them. */
final class Lists {
  static final TargetParser PARSER = new TargetParser(TargetParser.Overrides.NONE);

  private Lists() {}

  static List<Entry> read(String text) throws InputException, IOException {
    return read(octets(text), Optional.empty());
  }

  static List<Entry> csv(String text, String column) throws InputException, IOException {
    return read(octets(text), Optional.of(Column.of(column)));
  }

  static List<Entry> read(byte[] octets, Optional<Column> column)
      throws InputException, IOException {
    List<Entry> entries = new ArrayList<>();
    readInto(entries, new ByteArrayInputStream(octets), column);
    return entries;
  }

  /** What was read before trouble stays in {@code entries}. */
  static void readInto(List<Entry> entries, InputStream in, Optional<Column> column)
      throws InputException, IOException {
    try (TargetInput input = TargetInput.ofStream("list", in, PARSER, column)) {
      for (Optional<Entry> e = input.next(); e.isPresent(); e = input.next()) {
        entries.add(e.get());
      }
    }
  }

  /** Each entry as its line and host, or its line and what is wrong. */
  static List<String> shown(List<Entry> entries) {
    return entries.stream().map(Lists::shown).toList();
  }

  private static String shown(Entry entry) {
    return switch (entry) {
      case Entry.Wanted(long line, var target) -> line + " " + target.host();
      case Entry.Rejected(long line, String text, String why) -> line + " ! " + text + " ! " + why;
    };
  }

  static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] octets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(octets);
    }
    return out.toByteArray();
  }

  static byte[] zstd(byte[] octets) {
    return Zstd.compress(octets);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
