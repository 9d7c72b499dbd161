package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.manifest.Manifest;
import dev.smtpscope.bulk.manifest.Setup;
import dev.smtpscope.bulk.run.BulkOptions;
import dev.smtpscope.bulk.run.BulkScan;
import dev.smtpscope.bulk.run.Ending;
import dev.smtpscope.bulk.run.Inputs;
import dev.smtpscope.bulk.run.Results;
import dev.smtpscope.bulk.run.Standing;
import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.bulk.store.ScanFolderException;
import dev.smtpscope.bulk.summary.ScanSummary;
import dev.smtpscope.bulk.summary.TextSummary;
import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.Signals;
import dev.smtpscope.text.Words;
import java.time.Instant;
import java.util.Optional;

/** One scan with all that is told of it, from its begin to its files. */
final class ScanRun {
  private final BulkOptions options;
  private final Setup setup;
  private final Inputs inputs;
  private final ScanFolder folder;
  private final BulkScan scan;
  private final ScanProgress progress;
  private final Console console;
  private final Instant began = Instant.now();

  ScanRun(
      BulkOptions options,
      Setup setup,
      Inputs inputs,
      ScanFolder folder,
      BulkScan scan,
      ScanProgress progress,
      Console console) {
    this.options = options;
    this.setup = setup;
    this.inputs = inputs;
    this.folder = folder;
    this.scan = scan;
    this.progress = progress;
    this.console = console;
  }

  /** Runs until the list is through or {@code signals} say otherwise; the exit code. */
  int run(Signals signals) throws InterruptedException {
    signals.beforeEnd(progress::close);
    Thread listening = Thread.ofPlatform().daemon().name("signals").start(() -> follow(signals));
    try (progress) {
      Ending ending = scan.run();
      return conclude(ending);
    } finally {
      listening.interrupt();
    }
  }

  private void follow(Signals signals) {
    try {
      signals.await();
      progress.aside(
          "ending; targets under way: "
              + scan.standing().inFlight()
              + ", which have "
              + Words.duration(options.drain())
              + " (a second Ctrl-C ends it at once)");
      scan.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int conclude(Ending ending) {
    Optional<String> why =
        switch (ending) {
          case Ending.Complete complete -> Optional.empty();
          case Ending.Stopped stopped -> Optional.of("the user ended it");
          case Ending.InputBroken(String problem) -> Optional.of(problem);
          case Ending.NamesLost(String problem) -> Optional.of(problem);
          case Ending.OutputBroken(String problem) -> Optional.of(problem);
        };
    if (ending instanceof Ending.OutputBroken(String problem)) {
      progress.aside(problem);
      return ExitCode.NOT_WRITTEN;
    }
    if (ending instanceof Ending.NamesLost(String problem)) {
      progress.aside(problem);
    }
    return publish(ending, why);
  }

  private int publish(Ending ending, Optional<String> why) {
    Standing standing = scan.standing();
    ScanSummary summary;
    try {
      summary = new Results(folder, manifest(standing, why)).publish();
    } catch (ScanFolderException e) {
      progress.aside(String.valueOf(e.getMessage()));
      return ExitCode.NOT_WRITTEN;
    }
    progress.close();
    console.print(new Outcomes(standing, why).text());
    console.print("\n" + String.join("\n", TextSummary.of(summary)) + "\n");
    return exitCode(ending, standing);
  }

  private Manifest manifest(Standing standing, Optional<String> why) {
    return new Manifest(
        Manifest.FORMAT,
        Manifest.SCHEMA,
        why.isEmpty(),
        why,
        began,
        Instant.now(),
        standing.elapsed(),
        Runtime.version().toString(),
        setup,
        options.limits(),
        options.exclusions().size(),
        Manifest.Input.of(inputs),
        Manifest.Counts.of(standing));
  }

  private static int exitCode(Ending ending, Standing standing) {
    return switch (ending) {
      case Ending.Complete complete -> standing.defects() > 0 ? ExitCode.INTERNAL : ExitCode.FINE;
      case Ending.Stopped stopped -> ExitCode.INTERRUPTED;
      case Ending.InputBroken broken -> ExitCode.USAGE;
      case Ending.NamesLost lost -> ExitCode.NO_NAMES;
      case Ending.OutputBroken broken -> ExitCode.NOT_WRITTEN;
    };
  }
}
