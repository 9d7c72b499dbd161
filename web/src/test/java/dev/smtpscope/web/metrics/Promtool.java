package dev.smtpscope.web.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prometheus' own checker: on the PATH, or unpacked where the tests' tools are. */
record Promtool(Path program) {
  private static final Path UNPACKED =
      Path.of(
          Optional.ofNullable(System.getenv("SMTPSCOPE_SERVERS"))
              .orElse(System.getProperty("user.home") + "/.cache/smtpscope/servers"),
          "prometheus/usr/bin");

  static Optional<Promtool> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(":")).map(Path::of), Stream.of(UNPACKED))
        .map(folder -> folder.resolve("promtool"))
        .filter(Files::isExecutable)
        .map(Promtool::new)
        .findFirst();
  }

  /** What it complains of in {@code text}; empty when all is well. */
  String metrics(String text) throws IOException, InterruptedException {
    return run(text, "check", "metrics");
  }

  /** What it complains of in a file, which {@code kind} is {@code config} or {@code rules}. */
  String file(String kind, Path file) throws IOException, InterruptedException {
    return run("", "check", kind, file.toString());
  }

  private String run(String input, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : "fails: " + said;
  }
}
