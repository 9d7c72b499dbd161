package dev.smtpscope.bulk.pace;

/** The monotonic clock, and the waiting for it. Tests have one that moves as they say. */
public interface Time {
  /** The clock of this machine. */
  Time REAL =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleepUntil(long nanos) throws InterruptedException {
          long left = nanos - System.nanoTime();
          if (left > 0) {
            Thread.sleep(java.time.Duration.ofNanos(left));
          }
        }
      };

  /** Nanoseconds since some moment. */
  long nanos();

  /** Waits until the clock shows {@code nanos}; not at all if it has. */
  void sleepUntil(long nanos) throws InterruptedException;
}
