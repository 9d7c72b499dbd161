package dev.smtpscope.bulk.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cells that hold several words. */
final class WordSet {
  private WordSet() {}

  /** The words in their order. */
  static Set<String> of(String cell) {
    return cell.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(cell.split(" ", -1)));
  }
}
