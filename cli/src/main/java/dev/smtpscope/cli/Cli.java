package dev.smtpscope.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command with its streams: takes arguments, gives an exit code. For one run. */
public final class Cli {
  private final Console console;
  private final Interruption interruption;

  public Cli(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  /** Runs the command that {@code args} ask for. */
  public int run(String... args) {
    CommandLine line = Commands.lineFor(args, console, interruption);
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(console.out(), console.terminal().charset()));
    line.setOut(out);
    line.setErr(new PrintWriter(console.err(), true));
    line.setParameterExceptionHandler((problem, _) -> new Complaint(console).about(problem));
    line.setExecutionExceptionHandler(this::failed);
    int code = line.execute(args);
    out.flush();
    return code;
  }

  private int failed(Exception problem, CommandLine line, ParseResult parsed) {
    Complaint complaint = new Complaint(console);
    return problem instanceof UsageException usage
        ? complaint.about(line, usage.getMessage())
        : complaint.aboutDefect(problem);
  }
}
