package dev.smtpscope.facts;

import java.time.Duration;

/**
 * One line of the conversation. Secrets are left out when the line is recorded.
 *
 * @param at since the endpoint's own beginning
 * @param text without line end, in visible form
 */
public record TranscriptLine(Duration at, Direction direction, boolean inTls, String text) {
  /** Who spoke. */
  public enum Direction {
    CLIENT,
    SERVER,
    /** Neither: an event such as the handshake or the connection's end. */
    EVENT
  }
}
