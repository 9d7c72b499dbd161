package dev.smtpscope.bulk.run;

import java.util.concurrent.atomic.AtomicReference;

/** Whether a scan shall go on, and if not, why. The first reason stays. Safe for all threads. */
final class Wishes {
  private final AtomicReference<Ending> ending = new AtomicReference<>(new Ending.Complete());

  void stop(Ending why) {
    ending.updateAndGet(
        now -> now instanceof Ending.Complete || why instanceof Ending.OutputBroken ? why : now);
  }

  boolean isStopping() {
    return !(ending.get() instanceof Ending.Complete);
  }

  /** Whether nothing that is still under way could be recorded. */
  boolean isHopeless() {
    return ending.get() instanceof Ending.OutputBroken;
  }

  Ending ending() {
    return ending.get();
  }
}
