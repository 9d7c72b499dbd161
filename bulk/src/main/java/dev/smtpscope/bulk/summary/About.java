package dev.smtpscope.bulk.summary;

import java.time.Instant;
import java.util.List;

/**
 * Where a summary comes from.
 *
 * @param producer the program with its version
 * @param complete whether every target of the input was looked at
 * @param circumstances what else a reader should know, such as the vantage point
 */
public record About(
    String producer,
    boolean complete,
    Instant began,
    Instant ended,
    List<Circumstance> circumstances) {
  public About {
    circumstances = List.copyOf(circumstances);
  }

  /** One of them: a name in a few words, and what it is. */
  public record Circumstance(String name, String value) {}
}
