package dev.smtpscope.cli.check;

import dev.smtpscope.cli.option.ScanFlags;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.report.Report;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.scan.ThreadKind;
import dev.smtpscope.target.Target;
import java.util.function.Supplier;

/**
 * Scans and judges one target after another, or several from as many threads.
 *
 * @param names makes what one check looks its names up with
 */
public record Checker(
    ScanOptions options,
    Ruleset rules,
    Supplier<NameService> names,
    Surroundings surroundings,
    ScanListener listener) {
  /** One with the defaults of the command line. */
  public static Checker usual(Surroundings surroundings) {
    return new Checker(
        new ScanFlags().options(),
        Ruleset.standard(surroundings.anchors()),
        surroundings.names(),
        surroundings,
        ScanListener.NONE);
  }

  /** The report on {@code target}; short of what was not yet known if the user interrupts. */
  public Report check(Target target) {
    Scanner scanner = new Scanner(options, names.get(), ThreadKind.PLATFORM);
    surroundings.interruption().onRequest(scanner::cancel);
    return Report.of(scanner.scan(target, listener), rules);
  }
}
