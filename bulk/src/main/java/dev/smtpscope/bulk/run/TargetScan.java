package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.input.Entry;
import dev.smtpscope.bulk.pace.Lateness;
import dev.smtpscope.bulk.probe.Loans;
import dev.smtpscope.bulk.probe.SharedProbes;
import dev.smtpscope.bulk.store.Finished;
import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.bulk.store.ScanFolderException;
import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.pki.PathMemory;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.report.Report;
import dev.smtpscope.scan.Prober;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.target.Target;
import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Scans, judges and records one target at a time on each of many threads. */
final class TargetScan {
  private static final int SHOWN = 300;
  private static final int TRIES = 3;

  private final Ruleset rules;
  private final ScanOptions each;
  private final NameService names;
  private final SharedProbes probes;
  private final ScanFolder folder;
  private final Counts counts;
  private final Wishes wishes;
  private final Semaphore lookups;
  private final Outages outages;
  private final Lateness lateness;

  TargetScan(
      BulkOptions options,
      NameService names,
      SharedProbes probes,
      ScanFolder folder,
      Counts counts,
      Wishes wishes,
      Lateness lateness) {
    this.rules = options.rules().with(new PathMemory(options.rules().anchors()));
    this.each = options.each();
    this.names = names;
    this.probes = probes;
    this.folder = folder;
    this.counts = counts;
    this.wishes = wishes;
    this.lateness = lateness;
    this.lookups = new Semaphore(options.lookups(), true);
    this.outages = new Outages(names, wishes::isStopping);
  }

  /** Waits until one more target may look for its servers, which is then to be scanned. */
  void await() throws InterruptedException {
    lookups.acquire();
  }

  void scan(long line, Target target, UnderWay.Cancel cancel) {
    Turn turn = new Turn();
    try {
      Optional<Judged> judged = judged(target, cancel, turn);
      if (judged.isPresent()) {
        record(line, target, judged.get());
      } else {
        counts.stopped.increment();
      }
    } catch (ScanFolderException e) {
      wishes.stop(Ending.of(e));
    } catch (RuntimeException | Error defect) {
      failed(line, target, defect);
    } finally {
      turn.end();
    }
  }

  /** Empty if it was stopped, or could not be done because names can't be looked up. */
  private Optional<Judged> judged(Target target, UnderWay.Cancel cancel, Turn turn) {
    return target.name().isEmpty()
        ? judged(target, cancel, turn, names)
        : names
            .dns()
            .map(dns -> heeding(dns, target, cancel, turn))
            .orElseGet(() -> judged(target, cancel, turn, names));
  }

  /** Looks again after an outage of the resolver or our own, and gives up if the first goes on. */
  private Optional<Judged> heeding(
      DnsClient dns, Target target, UnderWay.Cancel cancel, Turn turn) {
    for (int tries = 1; outages.known().isEmpty(); tries++) {
      Attention attention = new Attention(dns, lateness);
      NameService asked = new NameService(Optional.of(attention), names.system());
      Optional<Judged> judged = judged(target, cancel, turn, asked);
      if (judged.filter(j -> attention.isDoubtful(j.report().facts().records())).isEmpty()) {
        return judged;
      }
      Optional<String> outage = outages.since(System.nanoTime());
      if (outage.isPresent()) {
        wishes.stop(new Ending.NamesLost(outage.get()));
        return Optional.empty();
      }
      if (tries == TRIES) {
        return judged;
      }
      awaitCalm();
    }
    return Optional.empty();
  }

  private void awaitCalm() {
    try {
      lateness.awaitCalm();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Judged> judged(
      Target target, UnderWay.Cancel cancel, Turn turn, NameService asked) {
    Loans loans = new Loans(probes);
    Optional<Judged> judged = judged(facts(target, cancel, turn, asked, loans));
    return loans.any() && judged.filter(Judged::dependsOnNames).isPresent()
        ? judged(facts(target, cancel, turn, asked, probes.exact()))
        : judged;
  }

  private Optional<Judged> judged(Facts facts) {
    return facts.interrupted() ? Optional.empty() : Optional.of(Judged.of(Report.of(facts, rules)));
  }

  private Facts facts(
      Target target, UnderWay.Cancel cancel, Turn turn, NameService asked, Prober prober) {
    Scanner scanner = new Scanner(each, asked, prober);
    cancel.by(scanner::cancel);
    return scanner.scan(
        target,
        event -> {
          if (event instanceof ScanEvent.RouteFound) {
            turn.end();
          }
        });
  }

  /** That of one target to look for its servers. */
  private final class Turn {
    private final AtomicBoolean held = new AtomicBoolean(true);

    void end() {
      if (held.getAndSet(false)) {
        lookups.release();
      }
    }
  }

  private void record(long line, Target target, Judged judged) throws ScanFolderException {
    folder.add(new Finished(line, target, judged.row()), ReportJson.line(judged.report()));
    counts.done(judged.row().outcome());
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
