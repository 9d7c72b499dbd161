package dev.smtpscope.probe.audit;

import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Keeps the audit of one address, whatever the port, within what its server bears: so many
 * connections at a time, so far apart, and pauses that double whenever the server turns one away.
 * After too many in a row nothing more is asked. Safe for all threads.
 */
public final class Governor {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int MOST_REFUSALS = 6;

  private final Semaphore slots;
  private final long pace;
  private final long firstPause;
  private long next = System.nanoTime();
  private int refusals;
  private Optional<String> last = Optional.empty();
  private Optional<String> ended = Optional.empty();

  /** Follows the wishes of {@code options}. */
  public Governor(AuditOptions options) {
    this(options.parallel(), options.pace(), FIRST_PAUSE);
  }

  Governor(int parallel, Duration pace, Duration firstPause) {
    this.slots = new Semaphore(parallel);
    this.pace = pace.toNanos();
    this.firstPause = firstPause.toNanos();
  }

  /** A place before the server's TLS, to be closed when done. */
  final class Turn implements AutoCloseable {
    private final Wire wire;

    Turn(Wire wire) {
      this.wire = wire;
    }

    Wire wire() {
      return wire;
    }

    @Override
    public void close() {
      wire.close();
      slots.release();
    }
  }

  /**
   * Waits for its turn and comes before TLS, again and again if need be.
   *
   * @throws EndedException when the server has had enough, or the time is over
   */
  Turn enter(Function<Deadline, Entry> door, Deadline deadline) throws EndedException {
    while (true) {
      takeSlot(deadline);
      boolean kept = false;
      try {
        awaitTurn(deadline);
        Entry entry = door.apply(deadline);
        if (entry instanceof Entry.Ready(Wire wire)) {
          kept = true;
          welcomed();
          return new Turn(wire);
        }
        refused(entry, deadline);
      } finally {
        if (!kept) {
          slots.release();
        }
      }
    }
  }

  private void takeSlot(Deadline deadline) throws EndedException {
    try {
      if (!slots.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        throw timeIsOver();
      }
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private void awaitTurn(Deadline deadline) throws EndedException {
    long wait = reserve();
    if (wait > deadline.remaining().toNanos()) {
      throw new EndedException(lastRefusal().orElse("the time for the audit is over"));
    }
    try {
      TimeUnit.NANOSECONDS.sleep(wait);
    } catch (InterruptedException e) {
      throw stopped();
    }
    if (deadline.isOver()) {
      throw timeIsOver();
    }
  }

  private synchronized long reserve() throws EndedException {
    if (ended.isPresent()) {
      throw new EndedException(ended.get());
    }
    long now = System.nanoTime();
    long begin = Math.max(now, next);
    next = begin + pace;
    return begin - now;
  }

  private synchronized void welcomed() {
    refusals = 0;
    last = Optional.empty();
  }

  private synchronized Optional<String> lastRefusal() {
    return last;
  }

  private synchronized void refused(Entry entry, Deadline deadline) throws EndedException {
    if (Thread.currentThread().isInterrupted()) {
      throw stopped();
    }
    if (deadline.isOver()) {
      throw timeIsOver();
    }
    last = Optional.of(entry.obstacle());
    refusals++;
    if (refusals > MOST_REFUSALS || isFinal(entry)) {
      ended = last;
      throw new EndedException(entry.obstacle());
    }
    next = Math.max(next, System.nanoTime() + (firstPause << (refusals - 1)));
  }

  /** A permanent refusal does not pass with time (RFC 5321 section 4.2.1). */
  private static boolean isFinal(Entry entry) {
    return entry instanceof Entry.Refused refused && refused.reply().code() >= 500;
  }

  private static EndedException stopped() {
    Thread.currentThread().interrupt();
    return new EndedException("the check was stopped");
  }

  private static EndedException timeIsOver() {
    return new EndedException("the time for the audit is over");
  }
}
