package dev.smtpscope.bulk.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Gives final files their names and removes what was needed until then; may be repeated. */
record Moves(Layout layout, Disk disk) {
  /** Whether the final files of a scan, complete or not, are there. */
  static boolean isComplete(Layout layout) {
    return Files.exists(layout.published(Layout.MANIFEST))
        || Files.exists(layout.published(Layout.REPORTS));
  }

  /** Decides that the scan is complete; from here on it is, whatever happens. */
  void decide(List<String> names) throws IOException {
    disk.write(layout.complete(), String.join("\n", names).getBytes(StandardCharsets.UTF_8));
  }

  /** Does what was decided, or the rest of it. */
  void finish() throws IOException {
    move(Files.readAllLines(layout.complete()));
    List<Path> needless =
        List.of(
            layout.scan(),
            layout.journal(),
            layout.rows(),
            layout.probes(),
            layout.aside(),
            layout.complete());
    for (Path path : needless) {
      deleteUnlessFull(path);
    }
    tidy();
  }

  /** Removes what is there after the decision was carried out. */
  void tidy() throws IOException {
    deleteUnlessFull(layout.lock());
    deleteUnlessFull(layout.partial());
    disk.sync(layout.output().toAbsolutePath());
  }

  /** Moves files in their order from where they were written aside. */
  void move(List<String> names) throws IOException {
    for (String name : names) {
      for (Path from : List.of(layout.aside().resolve(name), layout.partial().resolve(name))) {
        if (Files.exists(from)) {
          disk.rename(from, layout.published(name));
        }
      }
    }
    disk.sync(layout.output().toAbsolutePath());
  }

  /** Removes what an earlier attempt left aside. */
  void clearAside() throws IOException {
    if (Files.isDirectory(layout.aside())) {
      try (Stream<Path> files = Files.list(layout.aside())) {
        for (Path file : files.toList()) {
          disk.delete(file);
        }
      }
    }
  }

  private void deleteUnlessFull(Path path) throws IOException {
    try {
      disk.delete(path);
    } catch (DirectoryNotEmptyException e) {
      // Somebody else keeps something there.
    }
  }
}
