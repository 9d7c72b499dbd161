package dev.smtpscope.bulk.compare;

import java.util.List;
import java.util.Locale;

/**
 * A target of a scan with the cells that are compared, small since there are many.
 *
 * @param target in the words of the user
 * @param joined the cells of {@link Results#COMPARED} with {@link #BETWEEN} between
 */
record ComparedTarget(String target, String joined) {
  /** What no cell holds. */
  static final String BETWEEN = "\0";

  static ComparedTarget of(String target, List<String> cells) {
    return new ComparedTarget(target, String.join(BETWEEN, cells));
  }

  List<String> cells() {
    return List.of(joined.split(BETWEEN, -1));
  }

  /** What makes it the same target in two scans. */
  String key() {
    String lower = target.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
