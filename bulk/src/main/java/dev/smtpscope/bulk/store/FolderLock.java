package dev.smtpscope.bulk.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second scan out of a folder. It ends with the process, however that ends. */
final class FolderLock implements Closeable {
  /** Closing a second handle of a file would release the lock that this process has on it. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final RandomAccessFile file;
  private final Optional<Object> key;

  private FolderLock(Path path, RandomAccessFile file, Optional<Object> key) {
    this.path = path;
    this.file = file;
    this.key = key;
  }

  /** Takes the lock; empty if another scan has it. */
  static Optional<FolderLock> take(Path file) throws IOException {
    Path path = file.toAbsolutePath().resolveSibling("").toRealPath().resolve(file.getFileName());
    if (!HELD.add(path)) {
      return Optional.empty();
    }
    Optional<FolderLock> lock = Optional.empty();
    try {
      lock = locked(path);
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(path);
      }
    }
    return lock;
  }

  private static Optional<FolderLock> locked(Path path) throws IOException {
    if (!Files.exists(path)) {
      Files.createFile(path);
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    Optional<FileLock> lock = tried(file);
    if (lock.isEmpty()) {
      file.close();
    }
    return lock.isEmpty() ? Optional.empty() : Optional.of(new FolderLock(path, file, key(path)));
  }

  private static Optional<FileLock> tried(RandomAccessFile file) throws IOException {
    try {
      return Optional.ofNullable(file.getChannel().tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  /** Whether the folder is still the one that was locked: others may remove or replace it. */
  boolean isThere() {
    try {
      return key(path).equals(key);
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Object> key(Path path) throws IOException {
    return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }

  @Override
  public void close() throws IOException {
    file.close();
    HELD.remove(path);
  }
}
