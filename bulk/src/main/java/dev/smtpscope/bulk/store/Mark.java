package dev.smtpscope.bulk.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One line of the journal: what holds once it is on the disk.
 *
 * @param targets how many targets are recorded in all
 * @param probes the length of the file of probes in octets
 */
record Mark(long targets, long probes, Span reports, Span rows) {
  static final Mark NONE = new Mark(0, 0, Span.NONE, Span.NONE);

  String line() {
    String text =
        String.join(
            " ",
            String.valueOf(targets),
            String.valueOf(probes),
            reports.toString(),
            rows.toString());
    return text + " " + checksum(text) + "\n";
  }

  /** The mark on a line without its end; empty if it is none, or damaged. */
  static Optional<Mark> of(String line) {
    int last = line.lastIndexOf(' ');
    if (last < 0 || !checksum(line.substring(0, last)).equals(line.substring(last + 1))) {
      return Optional.empty();
    }
    List<String> words = List.of(line.split(" ", -1));
    try {
      return words.size() == 5
          ? Optional.of(
              new Mark(
                  Long.parseLong(words.get(0)),
                  Long.parseLong(words.get(1)),
                  Span.of(words.get(2)),
                  Span.of(words.get(3))))
          : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
