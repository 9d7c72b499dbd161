package dev.smtpscope.realservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program to run to its end, usually within {@link #LIMIT}, and with at most {@link #MAX_OUTPUT}
 * bytes of output kept.
 *
 * @param words the program and its arguments
 * @param environment variables added to this process's own
 * @param input what it reads from standard input
 * @param limit how long it may take
 */
record Command(List<String> words, Map<String, String> environment, String input, Duration limit) {
  static final Duration LIMIT = Duration.ofSeconds(60);
  static final int MAX_OUTPUT = 1 << 20;

  /** How a program ended and what it wrote to standard output and standard error. */
  record Output(int status, String text) {
    List<String> lines() {
      return text.lines().toList();
    }
  }

  static Command of(String... words) {
    return of(List.of(words));
  }

  static Command of(List<String> words) {
    return new Command(words, Map.of(), "", LIMIT);
  }

  Command with(Map<String, String> more) {
    var merged = new HashMap<>(environment);
    merged.putAll(more);
    return new Command(words, merged, input, limit);
  }

  Command input(String text) {
    return new Command(words, environment, text, limit);
  }

  /** The same with another limit. */
  Command within(Duration other) {
    return new Command(words, environment, input, other);
  }

  /** Runs it; its status may be any. */
  Output run() {
    Process process = null;
    try {
      process = start();
      InputStream out = process.getInputStream();
      var text = CompletableFuture.supplyAsync(() -> read(out), Thread::startVirtualThread);
      write(process.getOutputStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "no end within %d s: %s".formatted(limit.toSeconds(), words));
      }
      return new Output(process.exitValue(), text.join());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + words.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + words, e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  /** Runs it and insists on status 0. */
  Output succeed() {
    Output output = run();
    if (output.status() != 0) {
      throw new IllegalStateException(
          "%s: status %d: %s".formatted(words, output.status(), output.text().strip()));
    }
    return output;
  }

  private Process start() throws IOException {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private void write(OutputStream to) {
    try (to) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It ended without reading its input: its status and output tell.
    }
  }

  private static String read(InputStream from) {
    try (from) {
      var text = new String(from.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
      from.transferTo(OutputStream.nullOutputStream());
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
