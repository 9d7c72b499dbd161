package dev.smtpscope.web.check;

import java.time.Duration;

/** Why a check is not made. */
public sealed interface Refusal {
  /** In words for whoever asked. */
  String why();

  /** Nobody may have this checked here. */
  record Forbidden(String why) implements Refusal {}

  /** Too often; another time it may be. */
  record TooMany(String why, Duration retryAfter) implements Refusal {}

  /** The service has too much to do, or is ending. */
  record Busy(String why, Duration retryAfter) implements Refusal {}
}
