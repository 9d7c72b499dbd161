package dev.smtpscope.web.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The steps of one check in their order. Any number of readers follow it, each at its own pace; no
 * reader holds a writer up longer than it takes to copy what is new. Safe for all threads.
 */
public final class EventLog {
  private final int limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<CheckEvent> events = new ArrayList<>();
  private long weight;
  private boolean complete;

  /** A log of at most {@code limit} events and the last one. */
  public EventLog(int limit) {
    this.limit = limit;
  }

  /** Adds an event, but none after the last, and none beyond the limit. */
  public void append(String type, String json) {
    add(type, json, false);
  }

  /** Adds the last event, whatever the limit. */
  public void end(String type, String json) {
    add(type, json, true);
  }

  /**
   * The events after {@code id}, as soon as there is one.
   *
   * @return an empty list when none came in {@code wait}, or none will come
   */
  public List<CheckEvent> after(long id, Duration wait) throws InterruptedException {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (events.size() <= id && !complete && left > 0) {
        left = grown.awaitNanos(left);
      }
      return List.copyOf(events.subList(Math.clamp(id, 0, events.size()), events.size()));
    } finally {
      lock.unlock();
    }
  }

  /** Whether {@code id} is the last event's, or none of a complete log. */
  public boolean endsAt(long id) {
    lock.lock();
    try {
      return complete && id >= events.size();
    } finally {
      lock.unlock();
    }
  }

  /** About how many octets of memory the events take. */
  public long weight() {
    lock.lock();
    try {
      return weight;
    } finally {
      lock.unlock();
    }
  }

  private void add(String type, String json, boolean last) {
    lock.lock();
    try {
      if (!complete && (last || events.size() < limit)) {
        events.add(new CheckEvent(events.size() + 1L, type, json));
        weight += json.length() + 100L;
        complete = last;
        grown.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
