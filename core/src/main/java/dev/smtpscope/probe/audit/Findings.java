package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.ActiveTestFacts;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.FeatureFacts;
import dev.smtpscope.facts.audit.GroupFacts;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.facts.audit.SignatureFacts;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.facts.audit.VersionFacts;
import dev.smtpscope.reference.tls.CipherSuites;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The board on which all questions of an audit write what they learn, and from which they read what
 * need not be asked. What is known first stays. Safe for all threads.
 */
final class Findings {
  private record Item(TlsVersion version, int code) {}

  private final Map<TlsVersion, Trait> versions = new EnumMap<>(TlsVersion.class);
  private final Map<TlsVersion, Set<Integer>> accepted = new EnumMap<>(TlsVersion.class);
  private final Map<TlsVersion, Set<Integer>> refused = new EnumMap<>(TlsVersion.class);
  private final Map<TlsVersion, Preference> preferences = new EnumMap<>(TlsVersion.class);
  private final Set<TlsVersion> enumerated = EnumSet.noneOf(TlsVersion.class);
  private final Map<Item, GroupFacts> groups = new LinkedHashMap<>();
  private final Map<Item, SignatureFacts> signatures = new LinkedHashMap<>();
  private final Map<Bytes, DhParameters> dhParameters = new LinkedHashMap<>();
  private final Map<ServedChain.Asked, ServedChain> chains = new EnumMap<>(ServedChain.Asked.class);
  private final Map<Feature, Trait> features = new EnumMap<>(Feature.class);
  private final Map<ActiveTest, Trait> activeTests = new EnumMap<>(ActiveTest.class);
  private final Set<SuiteClass> asked = EnumSet.noneOf(SuiteClass.class);
  private Optional<Duration> ticketLifetime = Optional.empty();
  private Preference groupPreference = Preference.UNKNOWN;
  private int tolerated;

  synchronized Trait version(TlsVersion version) {
    return versions.getOrDefault(version, Trait.unknown("it was not asked"));
  }

  synchronized boolean isSettled(TlsVersion version) {
    return versions.containsKey(version);
  }

  /** What is known stays, but an unknown may become known. */
  synchronized void version(TlsVersion version, Trait trait) {
    if (!version(version).isYes()) {
      versions.put(version, trait);
    }
  }

  /** Says more of a version that is known to be spoken. */
  synchronized void versionDetail(TlsVersion version, Trait trait) {
    versions.put(version, trait);
  }

  /** The newest version before TLS 1.3 that the server speaks. */
  synchronized Optional<TlsVersion> newestClear() {
    return List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0, TlsVersion.SSL_3)
        .stream()
        .filter(version -> version(version).isYes())
        .findFirst();
  }

  synchronized void accepted(TlsVersion version, int suite) {
    version(version, Trait.yes("the server chose it"));
    accepted.computeIfAbsent(version, v -> new LinkedHashSet<>()).add(suite);
  }

  synchronized List<Integer> accepted(TlsVersion version) {
    return List.copyOf(accepted.getOrDefault(version, Set.of()));
  }

  synchronized void refused(TlsVersion version, Collection<Integer> suites) {
    refused.computeIfAbsent(version, v -> new TreeSet<>()).addAll(suites);
  }

  synchronized Set<Integer> refused(TlsVersion version) {
    return Set.copyOf(refused.getOrDefault(version, Set.of()));
  }

  /** All that the server accepts in {@code version}, in order; there is nothing more. */
  synchronized void enumerated(TlsVersion version, List<Integer> inOrder) {
    accepted.put(version, new LinkedHashSet<>(inOrder));
    enumerated.add(version);
  }

  synchronized boolean isEnumerated(TlsVersion version) {
    return enumerated.contains(version);
  }

  synchronized void preference(TlsVersion version, Preference preference) {
    preferences.put(version, preference);
  }

  synchronized Preference preference(TlsVersion version) {
    return preferences.getOrDefault(version, Preference.UNKNOWN);
  }

  synchronized void group(TlsVersion version, NamedGroup group, Trait trait) {
    groups.merge(
        new Item(version, group.code()),
        new GroupFacts(version, group, trait),
        (old, now) -> old.trait().isYes() ? old : now);
  }

  synchronized boolean knows(TlsVersion version, NamedGroup group) {
    return groups.containsKey(new Item(version, group.code()));
  }

  /** The codes of groups that the server agrees to. */
  synchronized List<Integer> groups(TlsVersion version) {
    return groups.values().stream()
        .filter(facts -> facts.version() == version && facts.trait().isYes())
        .map(facts -> facts.group().code())
        .toList();
  }

  synchronized void groupPreference(Preference preference) {
    groupPreference = preference;
  }

  synchronized void signature(TlsVersion version, SignatureScheme scheme, Trait trait) {
    signatures.merge(
        new Item(version, scheme.code()),
        new SignatureFacts(version, scheme, trait),
        (old, now) -> old.trait().isYes() ? old : now);
  }

  /** The codes of schemes that the server signs with. */
  synchronized List<Integer> signatures(TlsVersion version) {
    return signatures.values().stream()
        .filter(facts -> facts.version() == version && facts.trait().isYes())
        .map(facts -> facts.scheme().code())
        .toList();
  }

  synchronized void dh(DhParameters parameters) {
    dhParameters.putIfAbsent(parameters.primeSha256(), parameters);
  }

  synchronized void chain(ServedChain chain) {
    chains.putIfAbsent(chain.asked(), chain);
  }

  synchronized boolean knows(ServedChain.Asked asked) {
    return chains.containsKey(asked);
  }

  synchronized void feature(Feature feature, Trait trait) {
    features.merge(feature, trait, (old, now) -> old.isYes() || old.isNo() ? old : now);
  }

  synchronized Trait feature(Feature feature) {
    return features.getOrDefault(feature, Trait.unknown("it was not asked"));
  }

  synchronized boolean knows(Feature feature) {
    return features.containsKey(feature);
  }

  synchronized boolean knows(ActiveTest test) {
    return activeTests.containsKey(test);
  }

  synchronized void active(ActiveTest test, Trait trait) {
    activeTests.put(test, trait);
  }

  synchronized void ticketLifetime(Duration lifetime) {
    ticketLifetime = Optional.of(lifetime);
  }

  /** Hellos of so many suites are known to be borne. */
  synchronized void tolerates(int suites) {
    tolerated = Math.max(tolerated, suites);
  }

  synchronized int tolerated() {
    return tolerated;
  }

  /** Marks {@code suites} as asked for, whatever came of it. */
  synchronized void asked(SuiteClass suites) {
    asked.add(suites);
  }

  /** Whether it is known if the server accepts a suite of this class before TLS 1.3. */
  synchronized boolean isAnswered(SuiteClass suites) {
    return asked.contains(suites)
        || accepted.entrySet().stream()
            .filter(e -> e.getKey() != TlsVersion.TLS_1_3)
            .anyMatch(e -> e.getValue().stream().anyMatch(suites::contains));
  }

  /** All that is known so far. */
  synchronized TlsAudit audit(
      AuditOptions options, int connections, Duration elapsed, Completion completion) {
    return new TlsAudit(
        options.depth(),
        Arrays.stream(TlsVersion.values()).map(this::facts).toList().reversed(),
        List.copyOf(groups.values()),
        groupPreference,
        List.copyOf(signatures.values()),
        List.copyOf(dhParameters.values()),
        List.copyOf(chains.values()),
        features.entrySet().stream().map(e -> new FeatureFacts(e.getKey(), e.getValue())).toList(),
        activeTests.entrySet().stream()
            .map(e -> new ActiveTestFacts(e.getKey(), e.getValue()))
            .toList(),
        ticketLifetime,
        connections,
        elapsed,
        completion);
  }

  private VersionFacts facts(TlsVersion version) {
    List<CipherSuite> suites = accepted(version).stream().map(CipherSuites::named).toList();
    return new VersionFacts(
        version,
        version(version),
        suites,
        List.copyOf(new TreeSet<>(refused(version))),
        preference(version));
  }
}
