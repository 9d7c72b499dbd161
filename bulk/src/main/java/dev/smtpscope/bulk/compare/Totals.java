package dev.smtpscope.bulk.compare;

import java.util.List;

/**
 * The sums of a comparison.
 *
 * @param both targets of both scans, of which {@code changed} differ
 * @param added only in the later scan
 * @param gone only in the earlier scan
 * @param columns those that changed anywhere
 */
public record Totals(long both, long changed, long added, long gone, List<ColumnChanges> columns) {
  public Totals {
    columns = List.copyOf(columns);
  }

  /** Whether the scans tell the same. */
  public boolean isSame() {
    return changed + added + gone == 0;
  }
}
