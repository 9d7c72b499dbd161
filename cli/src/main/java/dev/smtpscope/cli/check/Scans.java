package dev.smtpscope.cli.check;

import dev.smtpscope.cli.Interruption;
import dev.smtpscope.report.Report;
import dev.smtpscope.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans targets, a few at a time, and hands on their reports in the order of the targets. */
record Scans(Checker checker, Interruption interruption) {
  private static final int AT_A_TIME = 8;

  void run(List<Target> targets, Showing showing) {
    if (targets.size() == 1) {
      report(targets.getFirst()).ifPresent(showing::show);
    } else if (!targets.isEmpty()) {
      runSideBySide(targets, showing);
    }
  }

  private void runSideBySide(List<Target> targets, Showing showing) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(AT_A_TIME, targets.size()), Thread.ofPlatform().daemon().factory());
    try {
      List<Future<Optional<Report>>> reports =
          targets.stream().map(target -> workers.submit(() -> report(target))).toList();
      for (Future<Optional<Report>> report : reports) {
        await(report, showing);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      workers.shutdownNow();
    }
  }

  private static void await(Future<Optional<Report>> report, Showing showing)
      throws InterruptedException {
    try {
      report.get().ifPresent(showing::show);
    } catch (ExecutionException e) {
      showing.failed(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Empty when the user stopped before the scan could begin. */
  private Optional<Report> report(Target target) {
    return interruption.isRequested() ? Optional.empty() : Optional.of(checker.check(target));
  }
}
