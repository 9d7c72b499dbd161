package dev.smtpscope.judge.software;

import java.util.List;
import java.util.Optional;

/**
 * The likely server software behind an endpoint.
 *
 * @param version where the server tells it
 * @param certainty how much the evidence bears
 * @param evidence what it was told from, one clue each
 */
public record Software(
    Product product, Optional<String> version, Certainty certainty, List<String> evidence) {
  public Software {
    evidence = List.copyOf(evidence);
  }

  /** How sure the detection is. */
  public enum Certainty {
    /** The server names itself. */
    STATED,
    /** Several clues agree. */
    LIKELY,
    /** One weak clue. */
    POSSIBLE
  }
}
