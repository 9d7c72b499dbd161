package dev.smtpscope.judge.software;

import java.util.List;
import java.util.Optional;

/**
 * The likely server software behind an endpoint.
 *
 * @param version where the server tells it
 * @param versionIn which reply tells the version; empty when none does
 * @param certainty how much the evidence bears
 * @param evidence what it was told from, one clue each
 */
public record Software(
    Product product,
    Optional<String> version,
    Optional<Place> versionIn,
    Certainty certainty,
    List<String> evidence) {
  public Software {
    evidence = List.copyOf(evidence);
  }

  /** Software whose version, if known, stands in the greeting. */
  public Software(
      Product product, Optional<String> version, Certainty certainty, List<String> evidence) {
    this(product, version, version.map(_ -> Place.GREETING), certainty, evidence);
  }

  /** How sure the detection is. */
  public enum Certainty {
    /** The server names itself. */
    STATED,
    /** A clue that only this product gives, or several that agree. */
    LIKELY,
    /** One weak clue. */
    POSSIBLE
  }
}
