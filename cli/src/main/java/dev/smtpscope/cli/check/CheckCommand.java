package dev.smtpscope.cli.check;

import dev.smtpscope.cli.Complaint;
import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.option.Arguments;
import dev.smtpscope.cli.option.CommandShape;
import dev.smtpscope.cli.option.JudgeFlags;
import dev.smtpscope.cli.option.OutputFlags;
import dev.smtpscope.cli.option.ScanFlags;
import dev.smtpscope.cli.output.ReportOutput;
import dev.smtpscope.cli.progress.Progress;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Meaning;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope check}: tests servers and shows what was found. */
public final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  private final Arguments targets =
      Arguments.many(
          "TARGET",
          "domain, e-mail address, host, host:port, [IPv6]:port, an IP address, domain:NAME, or a URL"
              + " with smtp://, smtps://,"
              + " submission:// or submissions://");

  private final ScanFlags scan = new ScanFlags();

  private final JudgeFlags judge = new JudgeFlags();

  private final OutputFlags output = new OutputFlags();

  public CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** How the command line names this command and what it takes. */
  public CommandSpec spec() {
    CommandShape shape =
        new CommandShape("check", this)
            .unsorted()
            .synopsis("smtpscope check [options] TARGET...")
            .header("Test mail servers and domains and explain what is found.")
            .description(
                "Tests every address and port of each TARGET, side by side. A name with MX records is"
                    + " taken as a mail domain: its mail servers are tested on port 25. Defaults stand"
                    + " in brackets.")
            .takes(targets);
    scan.describeTo(shape);
    return shape
        .section("How to judge", judge)
        .section("How to show it", output)
        .exitCodes(
            "0:tested, and nothing found at or above --fail-on",
            "1:something found at or above --fail-on",
            "2:wrong usage, or a file that can't be read or written",
            "3:a target could not be tested",
            "130:interrupted (Ctrl-C); what was known is shown",
            ":With several targets the highest of 0 to 3 counts.")
        .examples(
            "  smtpscope check example.org",
            "  smtpscope check --as host --details mail.example.org",
            "  smtpscope check --ports 25,10025 --details 192.0.2.1",
            "  smtpscope check --transcript smtps://mail.example.org",
            "  smtpscope check --ca our-ca.pem --fail-on warning [2001:db8::25]:587",
            "  smtpscope check --format json -o report.json mx1.example.org mx2.example.org")
        .spec();
  }

  @Override
  public Integer call() {
    if (targets.values().isEmpty() && scan.selfCheck().isEmpty()) {
      throw new UsageException("no target is named; give a domain such as example.org or a host");
    }
    ScanOptions options = scan.options();
    Ruleset rules = judge.ruleset(Ruleset.standard(surroundings.anchors()));
    List<Target> valid = new ArrayList<>();
    int unreadable = parse(valid);
    Supplier<NameService> names = scan.names(surroundings.names());
    int selfCheck = selfCheck(new Checker(options, rules, names, surroundings, ScanListener.NONE));
    if (targets.values().isEmpty()) {
      return selfCheck;
    }
    ReportOutput out = output.open(surroundings.console());
    Progress progress = progress(valid.size());
    Checker checker = new Checker(options, rules, names, surroundings, progress.listener());
    Showing showing = new Showing(out, judge, progress, new Complaint(surroundings.console()));
    new Scans(checker, surroundings.interruption()).run(valid, showing);
    progress.close();
    out.finish();
    return Math.max(unreadable, showing.exitCode());
  }

  /** How it ends when nothing else is asked for. */
  private int selfCheck(Checker checker) {
    return scan.selfCheck()
        .map(host -> new SelfCheck(checker).ask(host))
        .map(answer -> {
          surroundings.console().complain(answer.sentence());
          return answer.isThrough() ? ExitCode.FINE : ExitCode.NOT_TESTED;
        })
        .orElse(ExitCode.FINE);
  }

  private Progress progress(int targets) {
    return output.wantsProgress(surroundings.console())
        ? Progress.start(surroundings.console(), targets)
        : Progress.none(surroundings.console());
  }

  private int parse(List<Target> valid) {
    TargetParser parser = new TargetParser(scan.overrides());
    int code = ExitCode.FINE;
    for (String words : targets.values()) {
      try {
        valid.add(fitting(parser.parse(words)));
      } catch (InvalidTargetException e) {
        code = refuse(e);
      }
    }
    return code;
  }

  private Target fitting(Target target) throws InvalidTargetException {
    if (target.meaning() == Meaning.DOMAIN && scan.hasAddress()) {
      throw new InvalidTargetException(
          "--address is of one host, but '" + target.input() + "' is a mail domain");
    }
    return target;
  }

  private int refuse(InvalidTargetException problem) {
    if (targets.values().size() == 1) {
      throw new UsageException(String.valueOf(problem.getMessage()));
    }
    surroundings.console().complain(String.valueOf(problem.getMessage()));
    return ExitCode.USAGE;
  }
}
