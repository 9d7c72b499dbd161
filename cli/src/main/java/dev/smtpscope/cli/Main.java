package dev.smtpscope.cli;

/** Entry point of the {@code smtpscope} command. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Interruption interruption = Interruption.ofProcess();
    int code = new Cli(Console.ofProcess(), interruption).run(args);
    interruption.finished();
    if (!interruption.isRequested()) {
      System.exit(code);
    }
  }
}
