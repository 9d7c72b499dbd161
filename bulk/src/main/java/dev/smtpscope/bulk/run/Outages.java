package dev.smtpscope.bulk.run;

import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.resolve.NameService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells whether names can be looked up at all. Who asks while it is being found out waits. A
 * resolver that worked before is given some time to come back. Safe for all threads.
 */
final class Outages {
  private static final Duration ONE_TRY = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final NameService names;
  private final BooleanSupplier ending;
  private final long began = System.nanoTime();
  private volatile Optional<String> outage = Optional.empty();

  /**
   * @param ending whether the scan ends anyway, so that there is nothing to wait for
   */
  Outages(NameService names, BooleanSupplier ending) {
    this.names = names;
    this.ending = ending;
  }

  /** Why no name can be looked up, once that is known. */
  Optional<String> known() {
    return outage;
  }

  /** Why no name can be looked up any more; empty if one could after {@code nanoTime}. */
  synchronized Optional<String> since(long nanoTime) {
    if (outage.isEmpty() && !isHeardSince(nanoTime)) {
      Deadline end = Deadline.after(isHeardSince(began) ? PATIENCE : Duration.ZERO);
      outage = tried();
      while (outage.isPresent() && !end.isOver() && !ending.getAsBoolean() && paused()) {
        outage = tried();
      }
    }
    return outage;
  }

  private boolean isHeardSince(long nanoTime) {
    return names.dns().filter(dns -> !dns.hasHeardSince(nanoTime)).isEmpty();
  }

  private Optional<String> tried() {
    return names
        .dns()
        .flatMap(dns -> dns.outage(Deadline.after(ONE_TRY)))
        .map(why -> "no name can be looked up: " + why);
  }

  private static boolean paused() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
