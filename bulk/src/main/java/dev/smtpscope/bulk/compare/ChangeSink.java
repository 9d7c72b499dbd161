package dev.smtpscope.bulk.compare;

import java.io.IOException;

/** Takes changes as they are found, and the sums at the end. For one thread. */
public interface ChangeSink {
  /** A target that changed. */
  void change(Change change) throws IOException;

  /** There are no more; called once. */
  void end(Totals totals) throws IOException;
}
