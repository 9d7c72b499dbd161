package dev.smtpscope.web.check;

import dev.smtpscope.report.Summary;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of requests since the start. Safe for all threads. */
public final class Tally {
  private final Map<String, LongAdder> ended = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

  /** Checks that ended, by what they came to: an outcome's id, {@code cut} or {@code failed}. */
  public Map<String, Long> ended() {
    return sums(ended);
  }

  /** Checks that were not made: {@code forbidden}, {@code too_many} or {@code busy}. */
  public Map<String, Long> refused() {
    return sums(refused);
  }

  void add(CheckState state) {
    switch (state) {
      case CheckState.Finished finished -> count(ended, word(finished));
      case CheckState.Failed failed -> count(ended, "failed");
      case CheckState.Queued queued -> {}
      case CheckState.Running running -> {}
    }
  }

  void add(Refusal refusal) {
    switch (refusal) {
      case Refusal.Forbidden forbidden -> count(refused, "forbidden");
      case Refusal.TooMany tooMany -> count(refused, "too_many");
      case Refusal.Busy busy -> count(refused, "busy");
    }
  }

  private static String word(CheckState.Finished finished) {
    return finished.report().facts().interrupted()
        ? "cut"
        : Summary.of(finished.report()).outcome().id();
  }

  private static void count(Map<String, LongAdder> counts, String word) {
    counts.computeIfAbsent(word, _ -> new LongAdder()).increment();
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((word, adder) -> sums.put(word, adder.sum()));
    return sums;
  }
}
