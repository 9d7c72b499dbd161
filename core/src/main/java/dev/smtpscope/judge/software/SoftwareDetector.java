package dev.smtpscope.judge.software;

import dev.smtpscope.facts.EndpointFacts;
import java.util.Optional;

/** Tells the server software from greeting, EHLO and the style of replies. Pure. */
public final class SoftwareDetector {
  private SoftwareDetector() {}

  /** The most likely software; empty when no clue bears. */
  public static Optional<Software> detect(EndpointFacts endpoint) {
    return Optional.empty();
  }
}
