package dev.smtpscope.bulk.summary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts values of an open set. Up to {@value #MOST} different values are counted exactly; values
 * that first come after those are counted together, so that memory is bounded. For one thread.
 */
final class Counter {
  static final int MOST = 100_000;

  private static final Comparator<Share> FREQUENT =
      Comparator.comparingLong(Share::targets)
          .thenComparingLong(Share::servers)
          .reversed()
          .thenComparing(Share::value);

  private final Map<String, Pair> counts = new HashMap<>();
  private final Pair late = new Pair();
  private final int most;

  Counter() {
    this(MOST);
  }

  Counter(int most) {
    this.most = most;
  }

  private static final class Pair {
    private long targets;
    private long servers;
  }

  void target(String value) {
    of(value).targets++;
  }

  void server(String value) {
    of(value).servers++;
  }

  void merge(Counter other) {
    other.counts.forEach((value, pair) -> add(of(value), pair));
    add(late, other.late);
  }

  Breakdown breakdown(String id, String title) {
    List<Share> all =
        counts.entrySet().stream()
            .map(e -> new Share(e.getKey(), e.getValue().targets, e.getValue().servers))
            .sorted(FREQUENT)
            .toList();
    int kept = Math.min(all.size(), Breakdown.MOST);
    List<Share> rest = all.subList(kept, all.size());
    Share others =
        new Share(
            "others",
            late.targets + rest.stream().mapToLong(Share::targets).sum(),
            late.servers + rest.stream().mapToLong(Share::servers).sum());
    return new Breakdown(
        id,
        title,
        all.stream().mapToLong(Share::targets).sum() + late.targets,
        all.stream().mapToLong(Share::servers).sum() + late.servers,
        all.subList(0, kept),
        others);
  }

  private static void add(Pair to, Pair from) {
    to.targets += from.targets;
    to.servers += from.servers;
  }

  private Pair of(String value) {
    Pair known = counts.get(value);
    if (known != null) {
      return known;
    }
    return counts.size() < most ? counts.computeIfAbsent(value, _ -> new Pair()) : late;
  }
}
