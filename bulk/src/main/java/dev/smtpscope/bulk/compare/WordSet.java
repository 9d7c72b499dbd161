package dev.smtpscope.bulk.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cells that hold several words. */
final class WordSet {
  private WordSet() {}

  /** The words in their order. */
  static Set<String> of(String cell) {
    Set<String> words = new LinkedHashSet<>(List.of(cell.split(" ", -1)));
    words.remove("");
    return words;
  }
}
