package dev.smtpscope.bulk.manifest;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.json.RecordJson;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Thresholds;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.TargetParser;
import java.util.List;
import java.util.Optional;

/**
 * All that decides what a target's result is, beside the target and the world. Two runs into one
 * folder have the same.
 *
 * @param smtpscope the version
 * @param schema of the facts
 * @param resolvers that were asked, in the order of asking
 * @param limits of each wait; {@code whole} is that of one connection
 */
public record Setup(
    String smtpscope,
    int schema,
    Rules rules,
    List<String> resolvers,
    VantagePoint vantagePoint,
    Targets targets,
    Budget limits) {
  public Setup {
    resolvers = List.copyOf(resolvers);
  }

  /** What counts as how bad; {@code trustAnchors} is the name of the roots. */
  public record Rules(
      String profile, List<String> guidelines, Thresholds thresholds, String trustAnchors) {
    public Rules {
      guidelines = List.copyOf(guidelines);
    }

    static Rules of(Ruleset rules) {
      return new Rules(
          rules.profile(), rules.guidelines(), rules.thresholds(), rules.anchors().name());
    }
  }

  /**
   * As whom and from where the servers were seen.
   *
   * @param ehloName empty for the literal of each connection's own address
   * @param sourceAddress empty for the one that the system takes
   */
  public record VantagePoint(Optional<String> ehloName, Optional<String> sourceAddress) {
    static VantagePoint of(ScanOptions options) {
      return new VantagePoint(
          options.ehloName().map(EhloName::value), options.source().map(Addresses::text));
    }
  }

  /** How lines were read and which of a target's servers were looked at. */
  public record Targets(
      Optional<String> meaning,
      List<Integer> ports,
      Optional<String> role,
      Optional<String> tls,
      AddressFilter.Family family,
      int addressesPerHost,
      int hostsPerDomain,
      boolean submission,
      List<String> blockLists) {
    public Targets {
      ports = List.copyOf(ports);
      blockLists = List.copyOf(blockLists);
    }

    static Targets of(TargetParser.Overrides said, ScanOptions options) {
      return new Targets(
          said.meaning().map(meaning -> meaning.id()),
          said.ports(),
          said.role().map(role -> role.id()),
          said.tls().map(tls -> tls.id()),
          options.addresses().family(),
          options.addresses().cap(),
          options.addresses().hosts(),
          options.queries().submission(),
          options.queries().blockLists().stream().map(Object::toString).toList());
    }
  }

  /** The set-up of a scan. */
  public static Setup of(
      String version,
      ScanOptions options,
      Ruleset rules,
      TargetParser.Overrides said,
      List<String> resolvers) {
    return new Setup(
        version,
        Facts.SCHEMA,
        Rules.of(rules),
        resolvers,
        VantagePoint.of(options),
        Targets.of(said, options),
        options.budget());
  }

  /** The same text for the same set-up, one thing a line. */
  public String fingerprint() {
    return String.join(
        "\n",
        "smtpscope " + smtpscope,
        "facts " + schema,
        "rules " + RecordJson.write(rules),
        "resolvers " + String.join(" ", resolvers),
        "vantage point " + RecordJson.write(vantagePoint),
        "targets " + RecordJson.write(targets),
        "limits " + RecordJson.write(limits));
  }
}
