package dev.smtpscope.bulk.polite;

import java.util.ArrayDeque;
import java.util.Deque;

/** The leave to open one connection, which ends when it is closed. For one thread. */
public final class Permit implements AutoCloseable {
  private final Deque<Runnable> held = new ArrayDeque<>();

  Permit() {}

  void hold(Runnable release) {
    held.push(release);
  }

  /** Gives back what it took, the last first; a second time nothing. */
  @Override
  public void close() {
    while (!held.isEmpty()) {
      held.pop().run();
    }
  }
}
