package dev.smtpscope.bulk.compare;

import java.util.List;

/**
 * What changed of a target.
 *
 * @param cells what differs; empty unless it is in both scans
 */
public record Change(String target, Kind kind, List<Cell> cells) {
  /** How it changed. */
  public enum Kind {
    CHANGED,
    /** Only in the later scan. */
    NEW,
    /** Only in the earlier scan. */
    GONE
  }

  /** One column; empty where there was or is nothing. */
  public record Cell(String column, String before, String after) {}

  public Change {
    cells = List.copyOf(cells);
  }
}
