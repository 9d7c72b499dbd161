package dev.smtpscope.probe.audit;

import java.util.List;

/** Runs tasks side by side and returns when all have ended; whoever scans has the threads. */
@FunctionalInterface
public interface Lanes {
  /** Runs all of {@code tasks}. */
  void run(List<Runnable> tasks);
}
