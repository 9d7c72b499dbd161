package dev.smtpscope.cli;

import dev.smtpscope.cli.check.Surroundings;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command with its streams: takes arguments, gives an exit code. For one run. */
public final class Cli {
  private final Console console;
  private final Surroundings surroundings;

  public Cli(Surroundings surroundings) {
    this.console = surroundings.console();
    this.surroundings = surroundings;
  }

  /** Runs the command that {@code args} ask for. */
  public int run(String... args) {
    CommandLine line = Commands.lineFor(args, surroundings);
    PrintWriter out = writer(console.out());
    line.setOut(out);
    line.setErr(writer(console.err()));
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

  private PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, console.terminal().charset()), true);
  }
}
