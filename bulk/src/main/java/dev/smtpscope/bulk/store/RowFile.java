package dev.smtpscope.bulk.store;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.smtpscope.bulk.input.LongSet;
import dev.smtpscope.json.InvalidJsonException;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads rows back, in the order in which they were recorded. */
final class RowFile {
  private final Path file;
  private final long count;

  /**
   * Rows in {@code file}.
   *
   * @param count how many are recorded; what follows is not read
   */
  RowFile(Path file, long count) {
    this.file = file;
    this.count = count;
  }

  LongSet fingerprints() throws ScanFolderException {
    LongSet set = new LongSet();
    try (BufferedReader in = open()) {
      for (long i = 0; i < count; i++) {
        boolean _ = set.add(RowLine.fingerprint(line(in, i)));
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Trouble.damaged(file, "or cannot be read");
    }
    return set;
  }

  void each(RowUse use) throws IOException, ScanFolderException {
    try (BufferedReader in = open()) {
      for (long i = 0; i < count; i++) {
        String line = line(in, i);
        try {
          use.take(RowLine.row(line));
        } catch (InvalidJsonException e) {
          throw Trouble.damaged(file, "at row " + (i + 1));
        }
      }
    }
  }

  private String line(BufferedReader in, long index) throws ScanFolderException {
    try {
      return Optional.ofNullable(in.readLine())
          .orElseThrow(() -> Trouble.damaged(file, "or ends before row " + (index + 1)));
    } catch (IOException e) {
      throw Trouble.damaged(file, "at row " + (index + 1));
    }
  }

  private BufferedReader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new ZstdInputStreamNoFinalizer(new FileInputStream(file.toFile())),
            StandardCharsets.UTF_8),
        1 << 16);
  }
}
