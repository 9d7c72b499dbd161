package dev.smtpscope.bulk.store;

import java.io.Closeable;
import java.io.IOException;

/**
 * A file that grows at its end. What goes wrong is told by a {@link
 * java.nio.file.FileSystemException} that names the file. An interrupt of the thread does no harm.
 * For one thread at a time.
 */
interface StoreFile extends Closeable {
  long length();

  void append(byte[] octets, int offset, int length) throws IOException;

  /** Drops what is beyond {@code length}. */
  void truncate(long length) throws IOException;

  /** Returns when all that was appended is on the disk. */
  void sync() throws IOException;
}
