package dev.smtpscope.realservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of one server: configuration, keys, queue, logs. Unprivileged accounts may enter
 * it, and no file of the machine's own is touched.
 */
record Workspace(Path root) {
  private static final int LOG_TAIL = 60;

  static Workspace create(String name) {
    try {
      Path root = Files.createTempDirectory("smtpscope-" + name + "-");
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
      return new Workspace(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path(String relative) {
    return root.resolve(relative).toString();
  }

  /** Makes a directory that belongs to {@code owner} and that others may enter but not list. */
  Path directory(String relative, String owner) {
    try {
      Path directory = Files.createDirectories(root.resolve(relative));
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
      return own(directory, owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String relative, String text) {
    try {
      Path file = root.resolve(relative);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a shell script that may be run. */
  void program(String relative, String line) {
    Path script = file(relative, "#!/bin/sh\n" + line + "\n");
    if (!script.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot be made executable: " + script);
    }
  }

  /** Copies a file, readable by {@code owner} alone. */
  Path secret(String relative, Path from, String owner) {
    try {
      Path file = Files.copy(from, root.resolve(relative), StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return own(file, owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies files one after another into one that root alone may read; gives its name. */
  String together(String relative, Path... from) {
    try {
      Path file = secret(relative, from[0], "root");
      for (Path next : List.of(from).subList(1, from.length)) {
        Files.write(file, Files.readAllBytes(next), StandardOpenOption.APPEND);
      }
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes {@code etc/passwd} and {@code etc/group} with a few accounts of every Unix and, as other
   * names of those, the accounts that a server was built to look for.
   */
  void accounts(Map<String, Integer> more) {
    var ids =
        Stream.concat(
                Stream.of(Map.entry("root", 0), Map.entry("daemon", 1), Map.entry("bin", 2)),
                more.entrySet().stream())
            .toList();
    file("etc/passwd", lines(ids, "%1$s:x:%2$d:%2$d::/nonexistent:/bin/false"));
    file("etc/group", lines(ids, "%s:x:%d:"));
  }

  private static String lines(List<Map.Entry<String, Integer>> ids, String format) {
    return ids.stream()
        .map(id -> format.formatted(id.getKey(), id.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /**
   * A command for which each path of {@code replaced} is the workspace's own.
   *
   * @param replaced absolute paths
   */
  Command within(List<String> replaced, List<String> words) {
    var line = new ArrayList<String>(List.of("unshare", "--mount"));
    line.addAll(List.of(Unpacked.script("supervise.sh").toString(), "--inside", root.toString()));
    line.addAll(replaced);
    line.add("--");
    line.addAll(words);
    return Command.of(line);
  }

  /** The last lines of everything the server logged. */
  String logs() {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("log"))
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(Workspace::tail)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what is there, even if files vanish meanwhile: a dying server takes its own away. */
  void delete() {
    Command.of("rm", "-rf", root.toString()).run();
  }

  private static Stream<String> tail(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1);
      return lines.stream().skip(Math.max(0, lines.size() - LOG_TAIL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path own(Path path, String owner) throws IOException {
    var principals = path.getFileSystem().getUserPrincipalLookupService();
    return Files.setOwner(path, principals.lookupPrincipalByName(owner));
  }
}
