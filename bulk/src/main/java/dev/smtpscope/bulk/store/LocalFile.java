package dev.smtpscope.bulk.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on the disk; no channel, because an interrupt would close one. */
final class LocalFile implements StoreFile {
  private final Path path;
  private final RandomAccessFile file;
  private long length;

  LocalFile(Path path) throws IOException {
    this.path = path;
    if (!Files.exists(path)) {
      Files.createFile(path);
    }
    this.file = named(() -> new RandomAccessFile(path.toFile(), "rw"));
    this.length = file.length();
    file.seek(length);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void append(byte[] octets, int offset, int count) throws IOException {
    named(() -> {
      file.write(octets, offset, count);
      return file;
    });
    length += count;
  }

  @Override
  public void truncate(long wanted) throws IOException {
    named(() -> {
      file.setLength(wanted);
      file.seek(wanted);
      return file;
    });
    length = wanted;
  }

  @Override
  public void sync() throws IOException {
    named(() -> {
      file.getFD().sync();
      return file;
    });
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private interface Action {
    RandomAccessFile run() throws IOException;
  }

  /** The messages of plain files tell why, but not which. */
  private RandomAccessFile named(Action action) throws IOException {
    try {
      return action.run();
    } catch (IOException e) {
      throw (IOException)
          new FileSystemException(path.toString(), null, e.getMessage()).initCause(e);
    }
  }
}
