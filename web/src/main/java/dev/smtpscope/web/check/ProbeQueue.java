package dev.smtpscope.web.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * First come, first served: the check at the head starts as soon as there are places for all of its
 * connections, and nobody overtakes it. Safe for all threads.
 */
final class ProbeQueue {
  private final CheckLimits limits;
  private final Consumer<RunningCheck> start;
  private final Deque<RunningCheck> waiting = new ArrayDeque<>();
  private int running;
  private int probes;

  ProbeQueue(CheckLimits limits, Consumer<RunningCheck> start) {
    this.limits = limits;
    this.start = start;
  }

  /** Adds a check at the end, unless the queue is full. */
  synchronized boolean offer(RunningCheck check) {
    boolean mayStart = waiting.isEmpty() && fits(check);
    if (!mayStart && waiting.size() >= limits.queued()) {
      return false;
    }
    waiting.add(check);
    check.moveTo(waiting.size());
    advance();
    return true;
  }

  /** Takes a check that was not started out of the queue; false if it was. */
  synchronized boolean withdraw(RunningCheck check) {
    boolean waited = waiting.remove(check);
    if (waited) {
      advance();
      tellPlaces();
    }
    return waited;
  }

  /** A check that was started has ended. */
  synchronized void ended(RunningCheck check) {
    running--;
    probes -= check.probes();
    if (advance()) {
      tellPlaces();
    }
  }

  synchronized int running() {
    return running;
  }

  synchronized int queued() {
    return waiting.size();
  }

  synchronized int probes() {
    return probes;
  }

  private boolean advance() {
    boolean moved = false;
    while (!waiting.isEmpty() && fits(waiting.getFirst())) {
      RunningCheck next = waiting.removeFirst();
      running++;
      probes += next.probes();
      start.accept(next);
      moved = true;
    }
    return moved;
  }

  private boolean fits(RunningCheck check) {
    return running < limits.running() && probes + check.probes() <= limits.probes();
  }

  private void tellPlaces() {
    int place = 1;
    for (RunningCheck check : waiting) {
      check.moveTo(place++);
    }
  }
}
