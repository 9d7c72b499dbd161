package dev.smtpscope.realservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Debian package unpacked beside the system by {@code fetch-servers.sh}, which runs at the first
 * use.
 *
 * @param root what is / for the package
 * @param environment variables that make its programs find its libraries and Perl modules
 */
record Unpacked(Path root, Map<String, String> environment) {
  private static final Map<String, Unpacked> FETCHED = new ConcurrentHashMap<>();

  /**
   * @throws Unavailable when the package cannot be had
   */
  static Unpacked of(String name) {
    return FETCHED.computeIfAbsent(name, Unpacked::fetch);
  }

  private static Unpacked fetch(String name) {
    Command.Output output = Command.of(script("fetch-servers.sh").toString(), name).run();
    if (output.status() != 0) {
      throw new Unavailable(output.text().strip());
    }
    Path root = Path.of(output.lines().getLast());
    return new Unpacked(root, environment(root));
  }

  /** A script of this module, whatever directory the tests run in. */
  static Path script(String name) {
    return Stream.of(Path.of(name), Path.of("realservers", name))
        .map(Path::toAbsolutePath)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(name + " not found from " + Path.of("").toAbsolutePath()));
  }

  /** The absolute name of a file of the package. */
  String file(String relative) {
    return root.resolve(relative).toString();
  }

  private static Map<String, String> environment(Path root) {
    return Map.of(
        "LD_LIBRARY_PATH", matching(root, "(.*)/[^/]+\\.so[^/]*"),
        "PERL5LIB", matching(root, "(.*/perl5(/5[0-9.]*)?)/.*"));
  }

  /** What the first group matches of any file's name, as a search path. */
  private static String matching(Path root, String name) {
    Pattern pattern = Pattern.compile(name);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> pattern.matcher(file.toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .distinct()
          .collect(Collectors.joining(":"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
