package dev.smtpscope.bulk.run;

import dev.smtpscope.report.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What became of the lines of the input. Safe for all threads. */
final class Counts {
  final LongAdder rejected = new LongAdder();
  final LongAdder repeated = new LongAdder();
  final LongAdder excluded = new LongAdder();
  final LongAdder before = new LongAdder();
  final LongAdder begun = new LongAdder();
  final LongAdder defects = new LongAdder();
  final LongAdder stopped = new LongAdder();
  private final Map<Outcome, LongAdder> done = new EnumMap<>(Outcome.class);

  Counts() {
    for (Outcome outcome : Outcome.values()) {
      done.put(outcome, new LongAdder());
    }
  }

  void done(Outcome outcome) {
    java.util.Objects.requireNonNull(done.get(outcome)).increment();
  }

  Map<Outcome, Long> outcomes() {
    Map<Outcome, Long> sums = new EnumMap<>(Outcome.class);
    done.forEach((outcome, sum) -> sums.put(outcome, sum.sum()));
    return sums;
  }
}
