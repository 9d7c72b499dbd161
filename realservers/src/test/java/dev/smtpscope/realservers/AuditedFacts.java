package dev.smtpscope.realservers;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.judge.audit.Attack;
import dev.smtpscope.judge.audit.Offering;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an audit tells, in the words of {@link TestsslReport}. */
record AuditedFacts(Audited audited) {
  /** As {@link TestsslReport#facts}, by the same names. */
  Map<String, Support> facts() {
    Map<String, Support> facts = new TreeMap<>();
    for (TlsVersion version : TlsVersion.values()) {
      facts.put(version.label(), audited.audit().support(version).support());
    }
    for (Attack attack : Attack.values()) {
      facts.put(attack.label(), attack.against(offering()).support());
    }
    for (Feature feature : Feature.values()) {
      facts.put(feature.label(), audited.audit().trait(feature).support());
    }
    facts.put(
        "renegotiation by the client",
        audited.audit().trait(ActiveTest.CLIENT_RENEGOTIATION).support());
    facts.put("Lucky 13", acceptsCbc() ? Support.YES : Support.NO);
    facts.put("resumption by ticket or PSK", byTicket());
    return facts;
  }

  private Support byTicket() {
    return audited.audit().trait(Feature.RESUMPTION_BY_TICKET).isYes()
            || audited.audit().trait(Feature.RESUMPTION_BY_PSK).isYes()
        ? Support.YES
        : audited.audit().trait(Feature.RESUMPTION_BY_TICKET).support();
  }

  private boolean acceptsCbc() {
    return audited
        .audit()
        .spoken()
        .flatMap(v -> v.accepted().stream())
        .anyMatch(suite -> suite.name().contains("_CBC_"));
  }

  /** The elliptic curves that it agrees to, with whatever version. */
  Set<String> curves() {
    return groups()
        .filter(name -> !name.startsWith("ffdhe"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The groups of finite-field Diffie-Hellman where the server proves who it is. */
  Set<String> finiteFields() {
    Stream<String> primes =
        offering().primes().stream()
            .map(p -> p.name().orElse("Unknown DH group (%d bits)".formatted(p.bits())))
            .map(name -> name.replace("RFC 7919 ", ""));
    Stream<String> groups = groups().filter(name -> name.startsWith("ffdhe"));
    return Stream.concat(primes, groups).collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> groups() {
    return audited.audit().groups().stream()
        .filter(g -> g.trait().isYes())
        .map(g -> g.group().name());
  }

  private Offering offering() {
    return new Offering(audited.audit(), audited.facts().session());
  }
}
