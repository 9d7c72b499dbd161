package dev.smtpscope.facts;

import java.time.Duration;

/** How the attempt to open a TCP connection ended. */
public sealed interface DialOutcome {
  /** The connection stood. */
  record Connected() implements DialOutcome {}

  /** The host answered that nothing listens there. */
  record Refused() implements DialOutcome {}

  /** Nothing came back in {@code waited}. */
  record TimedOut(Duration waited) implements DialOutcome {}

  /** The network answered that it has no way there, or our own machine has none. */
  record Unreachable(String detail) implements DialOutcome {}

  /** The peer broke the connection while it was being made. */
  record Reset() implements DialOutcome {}

  /** Not tried, or broken off by us. */
  record NotAttempted(String why) implements DialOutcome {}
}
