package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.input.Entry;
import dev.smtpscope.bulk.input.InputException;
import dev.smtpscope.bulk.input.SeenTargets;
import dev.smtpscope.bulk.pace.Lateness;
import dev.smtpscope.bulk.pace.Tempo;
import dev.smtpscope.bulk.pace.Time;
import dev.smtpscope.bulk.polite.Gate;
import dev.smtpscope.bulk.probe.Clarity;
import dev.smtpscope.bulk.probe.ProbeCounts;
import dev.smtpscope.bulk.probe.SharedProbes;
import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.bulk.store.ScanFolderException;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.scan.DirectProber;
import dev.smtpscope.target.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * Scans the targets of a list, thousands at a time, and records what was found of each. For one run
 * on one thread; {@link #stop} and {@link #standing} are for all threads.
 *
 * <p>The list is read no faster than targets get done: so many are under way at most, and a slow
 * disk slows them all. A defect in the scan of one target is recorded and costs that target alone.
 */
public final class BulkScan {
  private static final Duration BEAT = Duration.ofMillis(20);
  private static final Duration LOOK_UP = Duration.ofMillis(200);
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final BulkOptions options;
  private final Inputs inputs;
  private final ScanFolder folder;
  private final Lateness lateness = new Lateness(Time.REAL);
  private final Tempo tempo = new Tempo(Time.REAL);
  private final Gate gate;
  private final Counts counts = new Counts();
  private final ProbeCounts probes = new ProbeCounts();
  private final SeenTargets seen = new SeenTargets();
  private final Wishes wishes = new Wishes();
  private final UnderWay underWay;
  private final TargetScan targets;
  private final long began = System.nanoTime();

  /**
   * @param names looks up the names of all targets, from many threads
   * @param folder takes the results; it is left open
   */
  public BulkScan(BulkOptions options, NameService names, Inputs inputs, ScanFolder folder) {
    this.options = options;
    this.inputs = inputs;
    this.folder = folder;
    this.gate = new Gate(options.limits());
    this.underWay = new UnderWay(options.targets());
    SharedProbes prober =
        new SharedProbes(
            new DirectProber(options.each()),
            folder.probes(),
            gate,
            options.exclusions(),
            options.look(),
            new Clarity(lateness, options.telling()),
            probes);
    this.targets = new TargetScan(options, names, prober, folder, counts, wishes, lateness);
  }

  /** Scans until the list is through, {@link #stop} was called or nothing can go on. */
  public Ending run() throws InterruptedException {
    Thread ticker = Thread.ofVirtual().name("gate").start(this::tick);
    Thread reader = Thread.ofPlatform().daemon().name("targets").start(this::readAll);
    try {
      boolean done = false;
      while (!done && !wishes.isStopping()) {
        done = reader.join(LOOK_UP) && underWay.isEmptyWithin(LOOK_UP);
      }
      drain();
    } finally {
      reader.interrupt();
      ticker.interrupt();
    }
    return commit();
  }

  /** Takes no more targets; those under way have as long as the options say. */
  public void stop() {
    wishes.stop(new Ending.Stopped());
  }

  /** How it stands. */
  public Standing standing() {
    return new Standing(
        counts.rejected.sum(),
        counts.repeated.sum(),
        counts.excluded.sum(),
        counts.before.sum(),
        underWay.size(),
        counts.outcomes(),
        counts.defects.sum(),
        counts.stopped.sum(),
        probes.sums(),
        inputs.read(),
        inputs.size(),
        Duration.ofNanos(System.nanoTime() - began));
  }

  private void drain() throws InterruptedException {
    Duration bound = wishes.isHopeless() ? Duration.ZERO : options.drain();
    if (!underWay.closeWithin(bound)) {
      underWay.cancelAll();
      underWay.closeWithin(LAST_WORDS);
    }
  }

  private Ending commit() {
    try {
      folder.commit();
    } catch (ScanFolderException e) {
      wishes.stop(Ending.of(e));
    }
    return wishes.ending();
  }

  private void readAll() {
    try {
      Optional<Entry> entry = inputs.next();
      while (entry.isPresent() && !wishes.isStopping()) {
        take(entry.get());
        entry = inputs.next();
      }
    } catch (InputException e) {
      wishes.stop(new Ending.InputBroken(String.valueOf(e.getMessage())));
    } catch (ScanFolderException e) {
      wishes.stop(Ending.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Entry entry) throws ScanFolderException, InterruptedException {
    switch (entry) {
      case Entry.Rejected rejected -> {
        counts.rejected.increment();
        folder.reject(rejected);
      }
      case Entry.Wanted(long line, Target target) -> take(line, target);
    }
  }

  private void take(long line, Target target) throws ScanFolderException, InterruptedException {
    Optional<String> refusal = options.exclusions().refusal(target);
    if (!seen.add(target)) {
      counts.repeated.increment();
    } else if (folder.isDone(target)) {
      counts.before.increment();
    } else if (refusal.isPresent()) {
      counts.excluded.increment();
      folder.reject(new Entry.Rejected(line, target.input(), "not scanned: " + refusal.get()));
    } else {
      tempo.await();
      targets.await();
      underWay.start(cancel -> targets.scan(line, target, cancel));
    }
  }

  private void tick() {
    try {
      while (true) {
        Duration late = lateness.beat(BEAT);
        gate.tick(late);
        tempo.tick(late);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
