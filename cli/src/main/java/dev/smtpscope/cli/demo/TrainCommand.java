package dev.smtpscope.cli.demo;

import dev.smtpscope.cli.Cli;
import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Interruption;
import dev.smtpscope.cli.check.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code smtpscope train}: does what a usual run does, and nothing else, for the launcher to record
 * which classes that takes. Shows nothing.
 */
public final class TrainCommand implements Runnable {
  private final Surroundings surroundings;

  public TrainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** How the command line names this command: not at all in its help. */
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("train");
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public void run() {
    try {
      Path rsa = Files.createTempFile("smtpscope-train", ".pem");
      Path ecdsa = Files.createTempFile("smtpscope-train", ".pem");
      try {
        train(rsa, ecdsa);
      } finally {
        Files.delete(rsa);
        Files.delete(ecdsa);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void train(Path rsa, Path ecdsa) throws IOException {
    Process servers = start(rsa, ecdsa);
    try (BufferedReader said = servers.inputReader(StandardCharsets.US_ASCII)) {
      check(said.readLine(), rsa);
      check(said.readLine(), ecdsa);
      run("check", "--ports", "1", "localhost");
    } finally {
      servers.destroy();
    }
  }

  private static Process start(Path rsa, Path ecdsa) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    String path = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java, "-cp", path, TrainingServers.class.getName(), rsa.toString(), ecdsa.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void check(String where, Path root) {
    int space = where.indexOf(' ');
    String address = where.substring(0, space);
    String target = TrainingServers.HOST + ":" + where.substring(space + 1);
    run("check", "--address", address, "--ca", root.toString(), target);
    run("check", "--address", address, "--tls-audit", "full", "--parallel", "8", target);
    run("check", "--address", address, target);
  }

  private void run(String... args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Console console = Console.of(InputStream.nullInputStream(), nowhere, nowhere);
    Surroundings silent =
        new Surroundings(console, new Interruption(), surroundings.names(), surroundings.anchors());
    int code = new Cli(silent).run(args);
    surroundings.console().complain("trained by a check that ended with " + code);
  }
}
