package dev.smtpscope.cli.check;

import dev.smtpscope.cli.Complaint;
import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.option.JudgeFlags;
import dev.smtpscope.cli.option.OutputFlags;
import dev.smtpscope.cli.option.ScanFlags;
import dev.smtpscope.cli.output.ReportOutput;
import dev.smtpscope.cli.progress.Progress;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smtpscope check}: tests servers and shows what was found. */
@Command(
    name = "check",
    sortOptions = false,
    sortSynopsis = false,
    synopsisHeading = "Usage: ",
    customSynopsis = "smtpscope check [options] TARGET...",
    header = "Test servers and explain what is found.",
    description =
        "%nTests every address and port of each TARGET, side by side. Defaults stand in brackets.%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:tested, and nothing found at or above --fail-on",
      "1:something found at or above --fail-on",
      "2:wrong usage, or a file that can't be read or written",
      "3:a target could not be tested",
      "130:interrupted (Ctrl-C); what was known is shown",
      ":With several targets the highest of 0 to 3 counts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  smtpscope check mail.example.org",
      "  smtpscope check --ports 25,10025 --details 192.0.2.1",
      "  smtpscope check --transcript smtps://mail.example.org",
      "  smtpscope check --ca our-ca.pem --fail-on warning [2001:db8::25]:587",
      "  smtpscope check --format json -o report.json mx1.example.org mx2.example.org"
    })
public final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..*",
      description = {
        "host, host:port, [IPv6]:port, an IP address, or a URL with smtp://, smtps://,"
            + " submission:// or submissions://"
      })
  List<String> targets = new ArrayList<>();

  @ArgGroup(exclusive = false, validate = false, order = 1)
  ScanFlags scan = new ScanFlags();

  @ArgGroup(exclusive = false, validate = false, heading = "%nHow to judge:%n", order = 4)
  JudgeFlags judge = new JudgeFlags();

  @ArgGroup(exclusive = false, validate = false, heading = "%nHow to show it:%n", order = 5)
  OutputFlags output = new OutputFlags();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 100,
      description = "Show this help and exit.")
  boolean help;

  public CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (targets.isEmpty()) {
      throw new UsageException("no target is named; give a host such as mail.example.org");
    }
    ScanOptions options = scan.options();
    Ruleset rules = judge.ruleset(Ruleset.standard(surroundings.anchors()));
    List<Target> valid = new ArrayList<>();
    int unreadable = parse(valid);
    ReportOutput out = output.open(surroundings.console());
    Progress progress = progress(valid.size());
    Checker checker = new Checker(options, rules, surroundings, progress.listener());
    Showing showing = new Showing(out, judge, progress, new Complaint(surroundings.console()));
    new Scans(checker, surroundings.interruption()).run(valid, showing);
    progress.close();
    out.finish();
    return Math.max(unreadable, showing.exitCode());
  }

  private Progress progress(int targets) {
    return output.wantsProgress(surroundings.console())
        ? Progress.start(surroundings.console(), targets)
        : Progress.none(surroundings.console());
  }

  private int parse(List<Target> valid) {
    TargetParser parser = new TargetParser(scan.overrides());
    int code = ExitCode.FINE;
    for (String words : targets) {
      try {
        valid.add(parser.parse(words));
      } catch (InvalidTargetException e) {
        code = refuse(e);
      }
    }
    return code;
  }

  private int refuse(InvalidTargetException problem) {
    if (targets.size() == 1) {
      throw new UsageException(String.valueOf(problem.getMessage()));
    }
    surroundings.console().complain(String.valueOf(problem.getMessage()));
    return ExitCode.USAGE;
  }
}
