package dev.smtpscope.facts;

import java.util.Optional;

/**
 * The introduction: EHLO, and HELO where EHLO is not known.
 *
 * @param helo the answer to HELO; not asked when EHLO was answered
 * @param capabilities what EHLO listed; none after HELO
 */
public record Hello(Answer ehlo, Answer helo, Capabilities capabilities) {
  /** A conversation that did not get to EHLO. */
  public static Hello notAsked(String why) {
    return new Hello(new Answer.NotAsked(why), new Answer.NotAsked(why), Capabilities.NONE);
  }

  /** Whether EHLO succeeded, so that an absent capability is truly absent. */
  public boolean isExtended() {
    return ehlo.isPositive();
  }

  /** Whether the server accepted an introduction of either kind. */
  public boolean isAccepted() {
    return ehlo.isPositive() || helo.isPositive();
  }

  /** The name by which the server calls itself: the first word of the positive reply. */
  public Optional<String> serverName() {
    return (ehlo.isPositive() ? ehlo : helo)
        .received()
        .filter(Reply::isPositive)
        .map(reply -> reply.lines().getFirst().strip().split(" ", 2)[0])
        .filter(word -> !word.isEmpty());
  }
}
