package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.input.Entry;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.bulk.store.Finished;
import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.bulk.store.ScanFolderException;
import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.pki.PathMemory;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.report.Report;
import dev.smtpscope.scan.Prober;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.target.Target;
import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Scans, judges and records one target at a time on each of many threads. */
final class TargetScan {
  private static final int SHOWN = 300;

  private final Ruleset rules;
  private final ScanOptions each;
  private final NameService names;
  private final Prober prober;
  private final ScanFolder folder;
  private final Counts counts;
  private final Wishes wishes;
  private final Semaphore lookups;

  TargetScan(
      BulkOptions options,
      NameService names,
      Prober prober,
      ScanFolder folder,
      Counts counts,
      Wishes wishes) {
    this.rules = options.rules().with(new PathMemory(options.rules().anchors()));
    this.each = options.each();
    this.names = names;
    this.prober = prober;
    this.folder = folder;
    this.counts = counts;
    this.wishes = wishes;
    this.lookups = new Semaphore(options.lookups(), true);
  }

  void scan(long line, Target target, UnderWay.Cancel cancel) {
    try {
      record(line, target, facts(target, cancel));
    } catch (ScanFolderException e) {
      wishes.stop(Ending.of(e));
    } catch (RuntimeException | Error defect) {
      failed(line, target, defect);
    }
  }

  private Facts facts(Target target, UnderWay.Cancel cancel) {
    Scanner scanner = new Scanner(each, names, prober);
    cancel.by(scanner::cancel);
    lookups.acquireUninterruptibly();
    AtomicBoolean held = new AtomicBoolean(true);
    try {
      return scanner.scan(
          target,
          event -> {
            if (event instanceof ScanEvent.RouteFound) {
              release(held);
            }
          });
    } finally {
      release(held);
    }
  }

  /** Another target may look for its servers. */
  private void release(AtomicBoolean held) {
    if (held.getAndSet(false)) {
      lookups.release();
    }
  }

  private void record(long line, Target target, Facts facts) throws ScanFolderException {
    if (facts.interrupted()) {
      counts.stopped.increment();
      return;
    }
    Report report = Report.of(facts, rules);
    TargetRow row = TargetRow.of(report);
    folder.add(new Finished(line, target, json(report), row));
    counts.done(row.outcome());
  }

  private static String json(Report report) {
    StringBuilder json = new StringBuilder();
    try {
      ReportJson.writeLine(report, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString();
  }

  private void failed(long line, Target target, Throwable defect) {
    counts.defects.increment();
    String what = Words.shortened(Visible.ofText(defect.toString()), SHOWN);
    try {
      folder.reject(new Entry.Rejected(line, target.input(), "a defect of smtpscope: " + what));
    } catch (ScanFolderException e) {
      wishes.stop(Ending.of(e));
    }
  }
}
