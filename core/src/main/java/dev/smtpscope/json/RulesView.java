package dev.smtpscope.json;

import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Thresholds;
import dev.smtpscope.judge.pki.TrustAnchors;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules of a report.
 *
 * @param guidelines absent in reports of versions that knew none
 */
record RulesView(
    String profile,
    Thresholds thresholds,
    Map<String, Severity> severities,
    Anchors trustAnchors,
    Optional<List<String>> guidelines) {

  /**
   * The trust anchors.
   *
   * @param certificates absent for the trust store of the platform, whose content is not recorded
   */
  record Anchors(String name, Optional<List<X509Certificate>> certificates) {
    static Anchors of(TrustAnchors anchors) {
      return new Anchors(anchors.name(), Optional.of(anchors.own()).filter(own -> !own.isEmpty()));
    }

    TrustAnchors anchors(TrustAnchors platform) {
      return certificates.map(roots -> TrustAnchors.of(name, roots)).orElse(platform);
    }
  }

  static RulesView of(Ruleset rules) {
    return new RulesView(
        rules.profile(),
        rules.thresholds(),
        new TreeMap<>(rules.severities()),
        Anchors.of(rules.anchors()),
        Optional.of(rules.guidelines()));
  }

  Ruleset ruleset(TrustAnchors platform) {
    Ruleset usual = new Ruleset(profile, thresholds, trustAnchors.anchors(platform), severities);
    return guidelines.map(usual::with).orElse(usual);
  }
}
