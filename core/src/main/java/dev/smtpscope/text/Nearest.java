package dev.smtpscope.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds what a mistyped word was meant to be. Stateless; safe for all threads. */
public final class Nearest {
  private static final int MOST = 5;
  private static final int LONGEST = 64;

  private Nearest() {}

  /**
   * Up to five of {@code words} that begin with {@code mistyped} or differ from it in no more than
   * a third of its characters, in whatever case, the nearest first. None for what is longer than 64
   * characters.
   */
  public static List<String> to(String mistyped, Stream<String> words) {
    String wanted = mistyped.toLowerCase(Locale.ROOT);
    int tolerance = wanted.length() > LONGEST ? -1 : Math.max(1, wanted.length() / 3);
    return words
        .filter(word -> word.length() <= LONGEST)
        .map(word -> new Candidate(word, distance(wanted, word.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() <= tolerance)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .limit(MOST)
        .map(Candidate::word)
        .toList();
  }

  private record Candidate(String word, int distance) {}

  private static int distance(String wanted, String word) {
    boolean begins = wanted.length() >= 3 && word.startsWith(wanted);
    return begins ? 1 : edits(wanted, word);
  }

  /**
   * How many characters have to be put in, taken out, replaced or exchanged with their neighbour to
   * make one word of the other.
   */
  static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : last(edits, a, i, b, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int last(int[][] edits, String a, int i, String b, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least =
        Math.min(
            Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + (same ? 0 : 1));
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
