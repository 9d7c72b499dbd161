package dev.smtpscope.bulk.store;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Finds out what of a scan that was cut short is whole. */
final class JournalReader {
  private final Layout layout;

  JournalReader(Layout layout) {
    this.layout = layout;
  }

  /**
   * What holds.
   *
   * @param mark the last that all files bear out
   * @param length of the journal up to its line
   */
  record Found(Mark mark, long length) {}

  /**
   * Looks for the last mark that all files bear out. A batch whose octets are missing is passed
   * over, as its targets are scanned again; one whose octets are other ones is damage.
   */
  Found find() throws IOException, ScanFolderException {
    byte[] journal = Files.readAllBytes(layout.journal());
    List<Mark> marks = marks(journal);
    verify(layout.reports(), marks.stream().map(Mark::reports).toList());
    verify(layout.rows(), marks.stream().map(Mark::rows).toList());
    long length = marks.stream().mapToLong(mark -> mark.line().length()).sum();
    return new Found(marks.isEmpty() ? Mark.NONE : marks.getLast(), length);
  }

  private List<Mark> marks(byte[] journal) throws IOException, ScanFolderException {
    long reports = Files.size(layout.reports());
    long rows = Files.size(layout.rows());
    long probes = Files.size(layout.probes());
    return whole(journal).stream()
        .takeWhile(mark ->
            mark.reports().end() <= reports && mark.rows().end() <= rows && mark.probes() <= probes)
        .toList();
  }

  /** The marks up to the first line that is torn; only torn lines may follow. */
  private List<Mark> whole(byte[] journal) throws ScanFolderException {
    List<Mark> marks = new ArrayList<>();
    boolean torn = false;
    int start = 0;
    for (int end = feed(journal, 0); end < journal.length; end = feed(journal, start)) {
      Optional<Mark> mark =
          Mark.of(new String(journal, start, end - start, StandardCharsets.ISO_8859_1));
      if (torn && mark.isPresent()) {
        throw Trouble.damaged(layout.journal(), "in line " + (marks.size() + 1));
      }
      torn |= mark.isEmpty();
      mark.ifPresent(marks::add);
      start = end + 1;
    }
    return marks;
  }

  private static int feed(byte[] journal, int from) {
    int i = from;
    while (i < journal.length && journal[i] != '\n') {
      i++;
    }
    return i;
  }

  private static void verify(Path file, List<Span> spans) throws IOException, ScanFolderException {
    try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 17)) {
      long start = 0;
      for (Span span : spans) {
        if (span.end() < start || checksum(in, span.end() - start) != span.checksum()) {
          throw Trouble.damaged(file, "between octets " + start + " and " + span.end());
        }
        start = span.end();
      }
    }
  }

  private static int checksum(InputStream in, long length) throws IOException {
    CRC32C checksum = new CRC32C();
    byte[] buffer = new byte[1 << 16];
    long left = length;
    while (left > 0) {
      int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (got < 0) {
        throw new EOFException();
      }
      checksum.update(buffer, 0, got);
      left -= got;
    }
    return (int) checksum.getValue();
  }
}
