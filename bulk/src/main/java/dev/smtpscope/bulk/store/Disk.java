package dev.smtpscope.bulk.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** All that changes a scan's folder. */
interface Disk {
  /** The disk as it is. */
  Disk LOCAL = new Local();

  /** Opens a file to append to; it is made if there is none. */
  StoreFile open(Path file) throws IOException;

  /** Gives a file another name, all at once; a file of that name is replaced. */
  void rename(Path from, Path to) throws IOException;

  /** Returns when a file that others wrote, or the names in a folder, are on the disk. */
  void sync(Path file) throws IOException;

  /** Removes a file or an empty folder, if it is there. */
  void delete(Path file) throws IOException;

  /** Writes a small file so that it is there as a whole or not at all. */
  default void write(Path file, byte[] octets) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    delete(aside);
    try (StoreFile out = open(aside)) {
      out.append(octets, 0, octets.length);
      out.sync();
    }
    rename(aside, file);
    sync(file.toAbsolutePath().resolveSibling(""));
  }

  /** The file system of the machine. */
  final class Local implements Disk {
    private Local() {}

    @Override
    public StoreFile open(Path file) throws IOException {
      return new LocalFile(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void sync(Path file) throws IOException {
      boolean interrupted = Thread.interrupted();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        channel.force(true);
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void delete(Path file) throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
