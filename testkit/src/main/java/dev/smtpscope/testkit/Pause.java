package dev.smtpscope.testkit;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Sleep that ends, as blocked socket I/O does, in an I/O error when the server is closed. */
final class Pause {
  private Pause() {}

  static void of(Duration duration) throws InterruptedIOException {
    if (!duration.isPositive()) {
      return;
    }
    try {
      Thread.sleep(duration);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("server closed");
    }
  }
}
