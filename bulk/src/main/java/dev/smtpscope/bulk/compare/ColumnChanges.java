package dev.smtpscope.bulk.compare;

import java.util.List;

/**
 * How often one column changed.
 *
 * @param targets how many differ in it
 * @param transitions the most frequent first, at most {@value #MOST}
 */
public record ColumnChanges(String column, long targets, List<Transition> transitions) {
  /** More are not told. */
  public static final int MOST = 100;

  public ColumnChanges {
    transitions = List.copyOf(transitions);
  }
}
