package dev.smtpscope.bulk.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Adds changes up. Of each column at most {@value #MOST} different transitions are told apart. */
final class TotalsCounter {
  private static final int MOST = 100_000;

  private static final Comparator<Transition> FREQUENT =
      Comparator.comparingLong(Transition::targets)
          .reversed()
          .thenComparing(Transition::before)
          .thenComparing(Transition::after);

  private record Way(String before, String after) {}

  private final Map<String, Long> targets = new HashMap<>();
  private final Map<String, Map<Way, Long>> ways = new HashMap<>();
  private long both;
  private long changed;
  private long added;
  private long gone;

  /** A target that is as it was. */
  void same() {
    both++;
  }

  void add(Change change) {
    switch (change.kind()) {
      case NEW -> added++;
      case GONE -> gone++;
      case CHANGED -> {
        both++;
        changed++;
      }
    }
    change.cells().forEach(this::add);
  }

  Totals totals() {
    List<ColumnChanges> columns = new ArrayList<>();
    for (String column : Results.COMPARED) {
      if (targets.containsKey(column)) {
        columns.add(
            new ColumnChanges(column, targets.getOrDefault(column, 0L), transitions(column)));
      }
    }
    return new Totals(both, changed, added, gone, columns);
  }

  private void add(Change.Cell cell) {
    targets.merge(cell.column(), 1L, Long::sum);
    Map<Way, Long> counts = ways.computeIfAbsent(cell.column(), _ -> new HashMap<>());
    ways(cell)
        .filter(way -> counts.containsKey(way) || counts.size() < MOST)
        .forEach(way -> counts.merge(way, 1L, Long::sum));
  }

  private List<Transition> transitions(String column) {
    return ways.getOrDefault(column, Map.of()).entrySet().stream()
        .map(e -> new Transition(e.getKey().before, e.getKey().after, e.getValue()))
        .sorted(FREQUENT)
        .limit(ColumnChanges.MOST)
        .toList();
  }

  /** Findings come and go one by one. */
  private static Stream<Way> ways(Change.Cell cell) {
    if (!cell.column().equals("findings")) {
      return Stream.of(new Way(cell.before(), cell.after()));
    }
    Set<String> before = WordSet.of(cell.before());
    Set<String> after = WordSet.of(cell.after());
    return Stream.concat(
        before.stream().filter(id -> !after.contains(id)).map(id -> new Way(id, "")),
        after.stream().filter(id -> !before.contains(id)).map(id -> new Way("", id)));
  }
}
