package dev.smtpscope.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the screen.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param width in columns, 40 to 120
 * @param charset that the screen shows
 * @param environment the variables that say what the user wants of colours
 */
public record Terminal(
    boolean out, boolean err, int width, Charset charset, Map<String, String> environment) {
  private static final int USUAL_WIDTH = 80;

  /** No terminal at all, as in a pipe. */
  public static final Terminal NONE =
      new Terminal(false, false, USUAL_WIDTH, StandardCharsets.UTF_8, Map.of());

  public Terminal {
    environment = Map.copyOf(environment);
  }

  /** The terminal of this process. */
  static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    String charset = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return new Terminal(
        isTerminal(1),
        isTerminal(2),
        width(environment.getOrDefault("COLUMNS", "")),
        charset == null ? StandardCharsets.US_ASCII : Charset.forName(charset),
        environment);
  }

  /** Whether colours are wanted when the user leaves it to us (no-color.org). */
  public boolean colorByDefault() {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String forced = environment.getOrDefault("CLICOLOR_FORCE", "0");
    return !forced.equals("0") || (out && !isDumb());
  }

  /** Whether a line can be drawn over on standard error. */
  public boolean canRedraw() {
    return err && !isDumb();
  }

  private boolean isDumb() {
    String kind = environment.getOrDefault("TERM", "");
    return kind.isEmpty() || kind.equals("dumb");
  }

  private static int width(String columns) {
    return columns.matches("[1-9][0-9]{0,3}")
        ? Math.clamp(Integer.parseInt(columns), 40, 120)
        : USUAL_WIDTH;
  }

  // java.io.Console tells of standard input and output together, and loads much to do so.
  private static boolean isTerminal(int descriptor) {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    }
  }
}
