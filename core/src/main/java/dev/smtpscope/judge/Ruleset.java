package dev.smtpscope.judge;

import dev.smtpscope.judge.pki.TrustAnchors;
import java.util.List;
import java.util.Map;

/**
 * What judgement takes as given, as data: thresholds, trust anchors and severities.
 *
 * @param profile its name, such as {@code smtpscope}
 * @param severities by finding id, where the profile differs from the check's own
 * @param guidelines their names, for the verdicts on audited servers
 */
public record Ruleset(
    String profile,
    Thresholds thresholds,
    TrustAnchors anchors,
    Map<String, Severity> severities,
    List<String> guidelines) {
  /** What is held against audited servers where nothing else is asked for. */
  public static final List<String> USUAL_GUIDELINES = List.of("rfc9325");

  public Ruleset {
    severities = Map.copyOf(severities);
    guidelines = List.copyOf(guidelines);
  }

  /** With the usual guidelines. */
  public Ruleset(
      String profile,
      Thresholds thresholds,
      TrustAnchors anchors,
      Map<String, Severity> severities) {
    this(profile, thresholds, anchors, severities, USUAL_GUIDELINES);
  }

  /** The default profile with these anchors. */
  public static Ruleset standard(TrustAnchors anchors) {
    return new Ruleset("smtpscope", Thresholds.STANDARD, anchors, Map.of());
  }

  /** The severity of a finding in this profile. */
  public Severity severity(String findingId, Severity usual) {
    return severities.getOrDefault(findingId, usual);
  }

  /** These rules with other anchors. */
  public Ruleset with(TrustAnchors others) {
    return new Ruleset(profile, thresholds, others, severities, guidelines);
  }

  /** These rules with other thresholds. */
  public Ruleset with(Thresholds others) {
    return new Ruleset(profile, others, anchors, severities, guidelines);
  }

  /** These rules with other guidelines. */
  public Ruleset with(List<String> others) {
    return new Ruleset(profile, thresholds, anchors, severities, others);
  }
}
