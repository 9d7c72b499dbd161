package dev.smtpscope.judge.software;

import dev.smtpscope.judge.software.Clue.Weight;
import dev.smtpscope.judge.software.Sign.Trace;
import dev.smtpscope.judge.software.Software.Certainty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A product with the clues that point to it. */
final class Candidate {
  private static final int POSSIBLE = 15;
  private static final int LIKELY = 30;
  private static final int CLEAR_LEAD = 10;

  private final Product product;
  private final List<String> evidence = new ArrayList<>();
  private Optional<String> version = Optional.empty();
  private Optional<Place> versionIn = Optional.empty();
  private boolean named;
  private int points;

  Candidate(Product product) {
    this.product = product;
  }

  /**
   * The candidate that is well ahead of all others, if it has enough points. What servers state of
   * themselves goes before their manners.
   */
  static Optional<Candidate> clearest(Collection<Candidate> all) {
    boolean stated = all.stream().anyMatch(c -> c.named);
    List<Candidate> ranked =
        all.stream()
            .filter(c -> c.named == stated)
            .sorted(Comparator.comparingInt((Candidate c) -> -c.points))
            .toList();
    int second = ranked.size() > 1 ? ranked.get(1).points : 0;
    return ranked.stream()
        .limit(1)
        .filter(c -> c.points >= POSSIBLE && c.points - second >= CLEAR_LEAD)
        .findFirst();
  }

  void add(Weight weight, Trace trace) {
    points += weight.points();
    evidence.add(trace.sentence());
    if (weight == Weight.NAMES) {
      named = true;
      if (version.isEmpty()) {
        version = Versions.leading(trace.after());
        versionIn = version.flatMap(_ -> trace.line()).map(Line::place);
      }
    }
  }

  Product product() {
    return product;
  }

  List<String> evidence() {
    return evidence;
  }

  /** What was found, as {@code special}, which may be a variant of the product. */
  Software software(Product special, List<String> clues) {
    return new Software(special, version, versionIn, certainty(), clues);
  }

  private Certainty certainty() {
    if (named) {
      return Certainty.STATED;
    }
    return points >= LIKELY ? Certainty.LIKELY : Certainty.POSSIBLE;
  }
}
