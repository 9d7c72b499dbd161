package dev.smtpscope.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Picks the terms that are nearest to a mistyped one. */
final class Suggestions {
  private static final int MOST = 5;

  private Suggestions() {}

  static List<String> of(String query, Stream<String> terms) {
    String wanted = query.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, wanted.length() / 3);
    return terms
        .map(term -> new Candidate(term, distance(wanted, term.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() <= tolerance)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::term))
        .limit(MOST)
        .map(Candidate::term)
        .toList();
  }

  private static int distance(String wanted, String term) {
    boolean begins = wanted.length() >= 3 && term.startsWith(wanted);
    return begins ? 1 : editDistance(wanted, term);
  }

  /** The number of insertions, deletions and replacements that lead from one word to the other. */
  static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, replaced);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private record Candidate(String term, int distance) {}
}
