package dev.smtpscope.bulk.polite;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The places of all connections, in two classes: whoever has waited long for a server moves to the
 * second, so that servers that never answer don't keep the others from their turn.
 */
final class Places {
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Semaphore quick;
  private final Semaphore patient;
  private final Time time;
  private final Queue<Place> aging = new ConcurrentLinkedQueue<>();
  private final Deque<Place> overdue = new ArrayDeque<>(); // of sweep alone

  private enum Kind {
    QUICK,
    PATIENT,
    LEFT
  }

  Places(int quick, int patient, Time time) {
    this.quick = new Semaphore(quick, true);
    this.patient = new Semaphore(patient);
    this.time = time;
  }

  final class Place {
    private final AtomicReference<Kind> kind = new AtomicReference<>(Kind.QUICK);
    private volatile long since;

    /** From now on it counts how long the server takes. */
    void begin() {
      since = time.nanos();
      aging.add(this);
    }

    void leave() {
      Semaphore freed =
          switch (kind.getAndSet(Kind.LEFT)) {
            case QUICK -> quick;
            case PATIENT -> patient;
            case LEFT -> throw new IllegalStateException("left twice");
          };
      freed.release();
    }

    private boolean hasLeft() {
      return kind.get() == Kind.LEFT;
    }

    private boolean isOverdue() {
      return time.nanos() - since >= PATIENCE.toNanos();
    }

    /** Whether it needs no more looking after. */
    private boolean move() {
      if (hasLeft()) {
        return true;
      }
      if (!patient.tryAcquire()) {
        return false;
      }
      boolean moved = kind.compareAndSet(Kind.QUICK, Kind.PATIENT);
      (moved ? quick : patient).release();
      return true;
    }
  }

  Place enter() throws InterruptedException {
    quick.acquire();
    return new Place();
  }

  /** Moves those that have waited long. To be called several times a second. */
  synchronized void sweep() {
    for (Place oldest = aging.peek();
        oldest != null && (oldest.hasLeft() || oldest.isOverdue());
        oldest = aging.peek()) {
      overdue.add(oldest);
      aging.remove();
    }
    overdue.removeIf(Place::move);
  }

  int freeQuick() {
    return quick.availablePermits();
  }

  int freePatient() {
    return patient.availablePermits();
  }
}
