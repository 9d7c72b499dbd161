package dev.smtpscope.facts;

import java.time.Duration;
import java.util.Optional;

/**
 * What came back where the protocol has the server speak: the greeting, or the reply to a command.
 * {@code partial} is what had come of an unfinished reply, in visible form, bounded.
 */
public sealed interface Answer {
  /** A complete reply. */
  record Replied(Reply reply) implements Answer {}

  /** No complete reply within {@code waited}. */
  record Silent(Duration waited, String partial) implements Answer {}

  /** The server closed the connection. */
  record Closed(String partial) implements Answer {}

  /** The connection was reset. */
  record Reset(String partial) implements Answer {}

  /** What came is no SMTP reply. */
  record NotSmtp(PeerProtocol protocol, String beginning) implements Answer {}

  /** More came than {@code limit} octets without the reply's end. */
  record Excessive(int limit, String beginning) implements Answer {}

  /** We broke off while waiting. */
  record Interrupted(String partial) implements Answer {}

  /** The conversation did not get here, or need not. */
  record NotAsked(String why) implements Answer {}

  /** The reply, where one came. */
  default Optional<Reply> received() {
    return this instanceof Replied(Reply reply) ? Optional.of(reply) : Optional.empty();
  }

  /** Whether a reply of the 2xx class came. */
  default boolean isPositive() {
    return received().filter(Reply::isPositive).isPresent();
  }
}
