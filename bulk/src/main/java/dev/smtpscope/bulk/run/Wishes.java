package dev.smtpscope.bulk.run;

/** Whether the scan is to end before its list does, and why. Safe for all threads. */
final class Wishes {
  private Ending ending = new Ending.Complete();

  /** The first wish counts, unless results can't be kept any more. */
  synchronized void stop(Ending why) {
    if (!isStopping() || why instanceof Ending.OutputBroken) {
      ending = why;
    }
  }

  synchronized boolean isStopping() {
    return !(ending instanceof Ending.Complete);
  }

  /** Whether nothing that is still under way could be recorded. */
  synchronized boolean isHopeless() {
    return ending instanceof Ending.OutputBroken;
  }

  synchronized Ending ending() {
    return ending;
  }
}
