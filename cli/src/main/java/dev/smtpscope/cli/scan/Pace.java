package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.run.Standing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many targets get done in a second, of late. For one thread. */
final class Pace {
  private static final Duration LATE = Duration.ofSeconds(10);

  private final Deque<Mark> marks = new ArrayDeque<>();

  private record Mark(Duration at, long done) {}

  /** Targets a second over the last ten seconds. */
  double after(Standing standing) {
    Mark now = new Mark(standing.elapsed(), standing.done());
    marks.addLast(now);
    while (marks.size() > 2 && marks.getFirst().at().plus(LATE).compareTo(now.at()) < 0) {
      marks.removeFirst();
    }
    Mark first = marks.size() == 1 ? new Mark(Duration.ZERO, 0) : marks.getFirst();
    long millis = now.at().minus(first.at()).toMillis();
    return millis == 0 ? 0 : (now.done() - first.done()) * 1000.0 / millis;
  }
}
