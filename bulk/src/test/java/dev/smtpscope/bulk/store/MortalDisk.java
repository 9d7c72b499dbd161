package dev.smtpscope.bulk.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A disk that takes a number of octets and steps, and then nothing more: it is full, or the process
 * has been killed at that very moment. An octet counts one, and so does each renaming, deleting,
 * truncating and waiting.
 */
final class MortalDisk implements Disk {
  private final long life;
  private long used;

  MortalDisk(long life) {
    this.life = life;
  }

  long used() {
    return used;
  }

  private synchronized void step(Path file) throws IOException {
    if (used >= life) {
      throw dead(file);
    }
    used++;
  }

  private synchronized int take(int octets) {
    int taken = (int) Math.min(octets, life - used);
    used += taken;
    return taken;
  }

  private static IOException dead(Path file) {
    return new FileSystemException(file.toString(), null, "No space left on device");
  }

  @Override
  public StoreFile open(Path path) throws IOException {
    step(path);
    return new Mortal(path, LOCAL.open(path));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step(from);
    LOCAL.rename(from, to);
  }

  @Override
  public void sync(Path file) throws IOException {
    step(file);
  }

  @Override
  public void delete(Path file) throws IOException {
    step(file);
    LOCAL.delete(file);
  }

  private final class Mortal implements StoreFile {
    private final Path path;
    private final StoreFile file;

    Mortal(Path path, StoreFile file) {
      this.path = path;
      this.file = file;
    }

    @Override
    public long length() {
      return file.length();
    }

    @Override
    public void append(byte[] octets, int offset, int length) throws IOException {
      int taken = take(length);
      file.append(octets, offset, taken);
      if (taken < length) {
        throw dead(path);
      }
    }

    @Override
    public void truncate(long length) throws IOException {
      step(path);
      file.truncate(length);
    }

    @Override
    public void sync() throws IOException {
      step(path);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
