package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory that holds little; who runs the test must be allowed to mount one. */
record SmallDisk(Path path) implements AutoCloseable {
  static SmallDisk of(Path path, String size) throws IOException {
    Files.createDirectory(path);
    run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString());
    return new SmallDisk(path);
  }

  void forbidWriting() throws IOException {
    run("mount", "-o", "remount,ro", path.toString());
  }

  void resize(String size) throws IOException {
    run("mount", "-o", "remount,size=" + size, path.toString());
  }

  @Override
  public void close() throws IOException {
    run("umount", path.toString());
  }

  private static void run(String... words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as(List.of(words) + ": " + said).isZero();
  }
}
