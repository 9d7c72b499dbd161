package dev.smtpscope.bulk.compare;

import java.util.List;
import java.util.Locale;

/**
 * A target of a scan with the cells that are compared.
 *
 * @param target in the words of the user
 * @param cells one for each of {@link Results#COMPARED}
 */
record ComparedTarget(String target, List<String> cells) {
  ComparedTarget {
    cells = List.copyOf(cells);
  }

  /** What makes it the same target in two scans. */
  String key() {
    String lower = target.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
