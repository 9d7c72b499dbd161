package dev.smtpscope.web.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes checks in, runs them in their turn and keeps what came of them for a while. Safe for all
 * threads.
 */
public final class CheckService {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private final CheckSettings settings;
  private final Admission admission;
  private final Shares shares;
  private final ProbeQueue queue;
  private final Kept kept;
  private final Map<CheckId, RunningCheck> active = new ConcurrentHashMap<>();
  private final Tally tally = new Tally();
  private volatile boolean draining;

  public CheckService(CheckSettings settings) {
    this.settings = settings;
    this.admission = new Admission(settings);
    this.shares = new Shares(settings.limits().perClientAtOnce());
    this.queue = new ProbeQueue(settings.limits(), this::start);
    this.kept = new Kept(settings.limits(), settings.nanos());
  }

  /** Reads requests within the limits of this service. */
  public RequestParser parser() {
    return new RequestParser(settings.limits());
  }

  /**
   * Takes a check in or refuses it. Waits for the lookup of the target's name, at most as long as
   * {@link CheckLimits#lookup}.
   */
  public Submission submit(CheckRequest request, Client client) {
    try {
      requireRoom();
      shares.take(client);
      return new Submission.Accepted(admit(request, client));
    } catch (RefusedException e) {
      tally.add(e.refusal());
      return new Submission.Refused(e.refusal());
    }
  }

  private RunningCheck admit(CheckRequest request, Client client) throws RefusedException {
    boolean isIn = false;
    try {
      Admission.Admitted admitted = admission.admit(request, client);
      RunningCheck check =
          new RunningCheck(
              settings.ids().get(),
              request,
              client,
              settings.clock().instant(),
              admitted,
              settings,
              this::cancel);
      enqueue(check);
      isIn = true;
      return check;
    } finally {
      if (!isIn) {
        shares.giveBack(client);
      }
    }
  }

  /** The check of that name; empty once it is forgotten. */
  public Optional<RunningCheck> find(CheckId id) {
    return Optional.ofNullable(active.get(id)).or(() -> kept.find(id));
  }

  /** How much there is to do. */
  public Occupancy occupancy() {
    return new Occupancy(
        queue.running(), queue.queued(), queue.probes(), kept.count(), kept.bytes());
  }

  /** What became of requests so far. */
  public Tally tally() {
    return tally;
  }

  /** What this service works with. */
  public CheckSettings settings() {
    return settings;
  }

  /**
   * Takes nothing in any more and waits until all checks have ended; those that have not in {@code
   * bound} are cut short, and say so in their reports.
   */
  public void drain(Duration bound) throws InterruptedException {
    draining = true;
    List.copyOf(active.values()).stream().filter(queue::withdraw).forEach(this::cut);
    awaitAll(bound);
    active.values().forEach(RunningCheck::stop);
    awaitAll(LAST_WORDS);
  }

  private void requireRoom() throws RefusedException {
    if (draining) {
      throw busy("the service is ending");
    }
    if (queue.queued() >= settings.limits().queued()) {
      throw busy("too many checks wait for their turn");
    }
  }

  private void enqueue(RunningCheck check) throws RefusedException {
    active.put(check.id(), check);
    if (!queue.offer(check)) {
      active.remove(check.id());
      throw busy("too many checks wait for their turn");
    }
  }

  private void start(RunningCheck check) {
    check.started();
    Thread.ofVirtual().name("check").start(() -> run(check));
  }

  private void run(RunningCheck check) {
    try {
      check.run();
    } finally {
      keep(check);
      queue.ended(check);
    }
  }

  private void cancel(RunningCheck check) {
    if (queue.withdraw(check)) {
      cut(check);
    } else {
      check.stop();
    }
  }

  private void cut(RunningCheck check) {
    check.cut();
    keep(check);
  }

  private void keep(RunningCheck check) {
    tally.add(check.state());
    kept.put(check);
    active.remove(check.id());
    shares.giveBack(check.client());
  }

  private void awaitAll(Duration bound) throws InterruptedException {
    long end = settings.nanos().getAsLong() + bound.toNanos();
    for (RunningCheck check : List.copyOf(active.values())) {
      check.await(Duration.ofNanos(Math.max(0, end - settings.nanos().getAsLong())));
    }
  }

  private static RefusedException busy(String why) {
    return new RefusedException(new Refusal.Busy(why, SOON));
  }
}
