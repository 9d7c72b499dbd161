package dev.smtpscope.cli;

import dev.smtpscope.cli.check.Surroundings;

/** Entry point of the {@code smtpscope} command. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Interruption interruption = Interruption.ofProcess();
    int code = new Cli(Surroundings.ofProcess(interruption)).run(args);
    interruption.finished();
    if (!interruption.isRequested()) {
      System.exit(code);
    }
  }
}
