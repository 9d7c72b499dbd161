package dev.smtpscope.cli.output;

import dev.smtpscope.cli.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file, written aside and renamed when all is done, so that nobody ever reads half a result. What
 * is there and is no regular file, such as a device or a pipe, is written to as it is.
 */
final class ResultFile implements Destination {
  private final Path file;
  private final Path written;
  private final Writer writer;

  private ResultFile(Path file, Path written) throws IOException {
    this.file = file;
    this.written = written;
    this.writer = new BufferedWriter(Files.newBufferedWriter(written, StandardCharsets.UTF_8));
  }

  static ResultFile open(String name) {
    try {
      Path file = resolved(Path.of(name));
      if (Files.isDirectory(file)) {
        throw new UsageException("-o: " + name + " is a folder; name a file in it");
      }
      return Files.exists(file) && !Files.isRegularFile(file)
          ? new ResultFile(file, file)
          : new ResultFile(file, aside(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("-o: " + name + " cannot be written");
    }
  }

  private static Path resolved(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  private static Path aside(Path file) throws IOException {
    Path aside =
        file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW).close();
    aside.toFile().deleteOnExit();
    return aside;
  }

  @Override
  public Writer writer() {
    return writer;
  }

  @Override
  public void finish() throws IOException {
    writer.close();
    if (!written.equals(file)) {
      Files.move(
          written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
