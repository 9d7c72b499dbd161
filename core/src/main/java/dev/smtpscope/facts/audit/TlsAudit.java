package dev.smtpscope.facts.audit;

import dev.smtpscope.facts.TlsVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that one server would negotiate, as far as it was asked.
 *
 * @param versions each once, the newest first
 * @param groupPreference in the newest version that leaves a choice
 * @param activeTests only with {@link AuditDepth#DEEP}
 * @param ticketLifetime of the session ticket, as the server hinted
 * @param connections opened for the audit, the first one of the check not counted
 * @param elapsed from the first of them to the end of the last
 */
public record TlsAudit(
    AuditDepth depth,
    List<VersionFacts> versions,
    List<GroupFacts> groups,
    Preference groupPreference,
    List<SignatureFacts> signatures,
    List<DhParameters> dhParameters,
    List<ServedChain> chains,
    List<FeatureFacts> features,
    List<ActiveTestFacts> activeTests,
    Optional<Duration> ticketLifetime,
    int connections,
    Duration elapsed,
    Completion completion) {
  /** What is known of something that no question was about. */
  public static final Trait NOT_ASKED = Trait.unknown("it was not asked");

  public TlsAudit {
    versions = List.copyOf(versions);
    groups = List.copyOf(groups);
    signatures = List.copyOf(signatures);
    dhParameters = List.copyOf(dhParameters);
    chains = List.copyOf(chains);
    features = List.copyOf(features);
    activeTests = List.copyOf(activeTests);
  }

  /** What is known of {@code version}. */
  public Optional<VersionFacts> version(TlsVersion version) {
    return versions.stream().filter(v -> v.version() == version).findFirst();
  }

  /** Whether the server speaks {@code version}. */
  public Trait support(TlsVersion version) {
    return version(version).map(VersionFacts::support).orElse(NOT_ASKED);
  }

  /** The versions that the server speaks. */
  public Stream<VersionFacts> spoken() {
    return versions.stream().filter(v -> v.support().isYes());
  }

  /** Whether the server has {@code feature}. */
  public Trait trait(Feature feature) {
    return features.stream()
        .filter(f -> f.feature() == feature)
        .map(FeatureFacts::trait)
        .findFirst()
        .orElse(NOT_ASKED);
  }

  /** What came of {@code test}. */
  public Trait trait(ActiveTest test) {
    return activeTests.stream()
        .filter(t -> t.test() == test)
        .map(ActiveTestFacts::trait)
        .findFirst()
        .orElse(NOT_ASKED);
  }
}
