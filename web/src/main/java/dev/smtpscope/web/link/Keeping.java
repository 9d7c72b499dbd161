package dev.smtpscope.web.link;

import java.time.Instant;

/** What became of the wish for a permanent link. */
public sealed interface Keeping {
  /**
   * It is there.
   *
   * @param key deletes it; told this once and not stored
   */
  record Kept(Secret id, Secret key, Instant expires) implements Keeping {}

  /** It is not. */
  record Refused(String why) implements Keeping {}
}
