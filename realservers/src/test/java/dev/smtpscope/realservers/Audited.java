package dev.smtpscope.realservers;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.facts.audit.VersionFacts;
import dev.smtpscope.probe.audit.AuditOptions;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The TLS audit of a server that runs. */
record Audited(EndpointFacts facts, TlsAudit audit) {
  private static final int PARALLEL = 8;

  static Audited now(Endpoint server, AuditDepth depth) {
    return now(server, depth, PARALLEL);
  }

  static Audited now(Endpoint server, AuditDepth depth, int parallel) {
    var audit = new AuditOptions(depth, parallel, Duration.ZERO, Duration.ofMinutes(2));
    Target target =
        Target.host(
            Addresses.text(server.address()),
            new Host.Literal(server.address()),
            List.of(server.service()));
    EndpointFacts facts =
        new Scanner(
                Scans.with(audit),
                (_, _) -> {
                  throw new IllegalStateException("an address is given");
                })
            .scan(target, ScanListener.NONE)
            .endpoints()
            .getFirst();
    return new Audited(facts, facts.audit().orElseThrow());
  }

  Set<TlsVersion> spoken() {
    return audit.spoken().map(VersionFacts::version).collect(Collectors.toSet());
  }

  /** Names, in the order in which the server chose. */
  List<String> suites(TlsVersion version) {
    return audit.version(version).orElseThrow().accepted().stream().map(CipherSuite::name).toList();
  }

  Preference preference(TlsVersion version) {
    return audit.version(version).orElseThrow().preference();
  }

  Set<String> groups(TlsVersion version) {
    return audit.groups().stream()
        .filter(facts -> facts.version() == version && facts.trait().isYes())
        .map(facts -> facts.group().name())
        .collect(Collectors.toSet());
  }

  Set<String> signatures(TlsVersion version) {
    return audit.signatures().stream()
        .filter(facts -> facts.version() == version && facts.trait().isYes())
        .map(facts -> facts.scheme().name())
        .collect(Collectors.toSet());
  }

  /** Digests of the certificates that came when asked so. */
  List<String> chain(Asked asked) {
    return audit.chains().stream()
        .filter(chain -> chain.asked() == asked)
        .flatMap(chain -> chain.certificates().stream())
        .map(PeerCertificate::sha256)
        .toList();
  }

  /** What it accepts, as {@link SuiteScanner} tells it. */
  Set<String> suites(SuiteScanner like) {
    Set<String> suites = new TreeSet<>();
    audit
        .spoken()
        .forEach(version ->
            version
                .accepted()
                .forEach(suite ->
                    suites.add(
                        version.version().label()
                            + " "
                            + (like.tellsNames()
                                ? suite.name()
                                : "%04X".formatted(suite.code())))));
    return suites;
  }
}
