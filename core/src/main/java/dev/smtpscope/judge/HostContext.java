package dev.smtpscope.judge;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Optional;

/**
 * What a check of a host may look at.
 *
 * @param endpoints those of the host, with what is known of each
 */
public record HostContext(
    Facts facts, MailHost host, List<EndpointContext> endpoints, Ruleset rules) {
  public HostContext {
    endpoints = List.copyOf(endpoints);
  }

  /** The subject of its findings. */
  public Subject subject() {
    return new Subject.OfHost(host.label());
  }

  /** The name that certificates are held against. */
  public Optional<HostName> referenceName() {
    return host.name();
  }

  /** What was seen at its endpoints. */
  public List<EndpointFacts> seen() {
    return endpoints.stream().map(EndpointContext::endpoint).toList();
  }

  /** The search for its TLSA records on {@code port}, where there was one. */
  public Optional<TlsaLookup> tlsa(int port) {
    return host.name().flatMap(name -> facts.records().tlsa(name, port));
  }

  /** Whether it takes connections. */
  public Reachability reachability() {
    return Reachability.of(facts, host);
  }
}
