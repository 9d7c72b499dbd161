package dev.smtpscope.probe;

import java.time.Duration;

/**
 * How long each kind of wait may last. All are positive.
 *
 * @param whole of one target, from lookup to the last connection's end
 * @param reply to any command
 */
public record Budget(
    Duration whole,
    Duration lookup,
    Duration connect,
    Duration greeting,
    Duration reply,
    Duration handshake) {
  /**
   * Generous enough for greylisting pauses and teasing greetings, though far below the five minutes
   * of RFC 5321 section 4.5.3.2.
   */
  public static final Budget STANDARD =
      new Budget(
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(15));

  /** The same with another limit for the whole. */
  public Budget withWhole(Duration other) {
    return new Budget(other, lookup, connect, greeting, reply, handshake);
  }
}
