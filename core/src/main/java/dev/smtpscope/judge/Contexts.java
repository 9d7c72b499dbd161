package dev.smtpscope.judge;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.software.Software;
import dev.smtpscope.judge.software.SoftwareDetector;
import java.util.List;
import java.util.Optional;

/**
 * What checks of one set of facts may look at.
 *
 * @param domain where the target was taken as a domain
 */
public record Contexts(
    List<EndpointContext> endpoints, List<HostContext> hosts, Optional<DomainContext> domain) {
  public Contexts {
    endpoints = List.copyOf(endpoints);
    hosts = List.copyOf(hosts);
  }

  /** Those of {@code facts}, in the order they have there. */
  public static Contexts of(Facts facts, Ruleset rules) {
    List<EndpointContext> endpoints =
        facts.endpoints().stream().map(e -> endpoint(facts, e, rules)).toList();
    List<HostContext> hosts =
        facts.hosts().stream().map(host -> host(facts, host, endpoints, rules)).toList();
    return new Contexts(endpoints, hosts, domain(facts, hosts, rules));
  }

  private static EndpointContext endpoint(Facts facts, EndpointFacts endpoint, Ruleset rules) {
    Optional<Software> software = SoftwareDetector.detect(endpoint);
    Optional<PathVerdict> path = endpoint.session().flatMap(s -> path(s, facts, rules));
    return new EndpointContext(facts, endpoint, rules, software, path);
  }

  private static HostContext host(
      Facts facts, MailHost host, List<EndpointContext> endpoints, Ruleset rules) {
    return new HostContext(
        facts,
        host,
        endpoints.stream().filter(c -> host.has(c.endpoint().endpoint())).toList(),
        rules);
  }

  private static Optional<DomainContext> domain(
      Facts facts, List<HostContext> hosts, Ruleset rules) {
    if (!facts.route().isDomain()) {
      return Optional.empty();
    }
    Optional<PathVerdict> path =
        facts
            .records()
            .domain()
            .flatMap(d -> d.policy().session())
            .flatMap(s -> path(s, facts, rules));
    return Optional.of(new DomainContext(facts, rules, hosts, path));
  }

  private static Optional<PathVerdict> path(TlsSession session, Facts facts, Ruleset rules) {
    return Optional.of(session.certificates())
        .filter(certificates -> !certificates.isEmpty())
        .map(certificates -> PathVerdict.of(certificates, rules.anchors(), facts.observedAt()));
  }
}
