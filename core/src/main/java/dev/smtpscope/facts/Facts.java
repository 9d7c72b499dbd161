package dev.smtpscope.facts;

import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one scan of one target saw: the root of what is saved, replayed and judged.
 *
 * @param schema the version of this shape, {@link #SCHEMA} when it was made here
 * @param observedAt when the scan began; judgements of dates use it, not the clock
 * @param ehloName what we called ourselves in EHLO; empty when it was the literal of each
 *     connection's own address
 * @param endpoints one for each address and port, in the order of hosts, addresses, ports; an
 *     address of several hosts is there once, probed under the name of the first
 * @param elapsed of the whole scan
 * @param interrupted whether the user stopped the scan before it was through
 */
public record Facts(
    int schema,
    Instant observedAt,
    Target target,
    Optional<String> ehloName,
    Route route,
    List<EndpointFacts> endpoints,
    NameRecords records,
    Duration elapsed,
    boolean interrupted) {

  /** The version of the shape that this release writes. */
  public static final int SCHEMA = 2;

  public Facts {
    endpoints = List.copyOf(endpoints);
    if (route.isDomain() && target.name().isEmpty()) {
      throw new IllegalArgumentException("an address is no domain");
    }
  }

  /** The servers that were looked at. */
  public List<MailHost> hosts() {
    return route.hosts();
  }

  /** The hosts that were probed at {@code endpoint}; the first gave the name for it. */
  public List<MailHost> hostsAt(Endpoint endpoint) {
    return hosts().stream().filter(host -> host.has(endpoint)).toList();
  }

  /** What was seen of {@code host}. */
  public List<EndpointFacts> endpointsOf(MailHost host) {
    return endpoints.stream().filter(e -> host.has(e.endpoint())).toList();
  }

  /** The name that the certificate at {@code endpoint} is held against. */
  public Optional<HostName> nameAt(Endpoint endpoint) {
    return hostsAt(endpoint).stream().findFirst().flatMap(MailHost::name);
  }
}
