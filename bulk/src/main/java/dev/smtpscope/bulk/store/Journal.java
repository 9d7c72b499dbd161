package dev.smtpscope.bulk.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Says which part of the other files is whole: a line for each batch, written when the batch is on
 * the disk. What the other files have beyond the last line was cut short and does not count.
 */
final class Journal implements Closeable {
  private final StoreFile file;

  Journal(StoreFile file) {
    this.file = file;
  }

  void add(Mark mark) throws IOException {
    byte[] line = mark.line().getBytes(StandardCharsets.US_ASCII);
    file.append(line, 0, line.length);
    file.sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
