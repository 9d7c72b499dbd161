package dev.smtpscope.judge;

import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.Route;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Optional;

/**
 * What a check of a mail domain may look at.
 *
 * @param hosts its servers, those that MX records led to first
 * @param policyPath what could be built from the certificates of the policy's host; empty without a
 *     handshake that brought any
 */
public record DomainContext(
    Facts facts, Ruleset rules, List<HostContext> hosts, Optional<PathVerdict> policyPath) {
  public DomainContext {
    hosts = List.copyOf(hosts);
  }

  /** The subject of its findings. */
  public Subject subject() {
    return new Subject.OfDomain(domain().ascii());
  }

  /** The domain. */
  public HostName domain() {
    return facts.target().name().orElseThrow();
  }

  /** How the domain's servers were found. */
  public Route route() {
    return facts.route();
  }

  /** What its MX records come to. */
  public MxSet mx() {
    return route().mxSet().orElseGet(() -> new MxSet.Unknown("the DNS was not asked"));
  }

  /** What the domain publishes; empty where the DNS was not asked. */
  public Optional<DomainRecords> records() {
    return facts.records().domain();
  }

  /** The servers that take its mail from other servers, the most preferred first. */
  public List<HostContext> mailHosts() {
    return hosts.stream().filter(h -> h.host().preference().isPresent()).toList();
  }

  /** Those of its mail servers that every sender tries first. */
  public List<HostContext> preferredHosts() {
    List<HostContext> all = mailHosts();
    return all.stream()
        .filter(h -> h.host().preference().equals(all.getFirst().host().preference()))
        .toList();
  }
}
