package dev.smtpscope.judge;

import dev.smtpscope.judge.pki.TrustAnchors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rulesets that have a name, as data. */
public final class Profiles {
  /** Their names, the usual one first. */
  public static final List<String> NAMES = List.of("smtpscope", "strict");

  private Profiles() {}

  /** The ruleset of that name with these anchors. */
  public static Optional<Ruleset> named(String name, TrustAnchors anchors) {
    return switch (name) {
      case "smtpscope" -> Optional.of(Ruleset.standard(anchors));
      case "strict" ->
          Optional.of(new Ruleset("strict", Thresholds.STANDARD, anchors, STRICT_SEVERITIES));
      default -> Optional.empty();
    };
  }

  /**
   * For hosts of which senders demand TLS with a trusted name, as with MTA-STS (RFC 8461) or
   * DANE-TA (RFC 7672): what is good practice elsewhere binds there.
   */
  private static final Map<String, Severity> STRICT_SEVERITIES = Map.of();
}
