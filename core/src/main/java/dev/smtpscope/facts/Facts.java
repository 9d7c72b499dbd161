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
 * @param referenceName the name that certificates are held against; empty for a bare address
 * @param ehloName what we called ourselves in EHLO; empty when it was the literal of each
 *     connection's own address
 * @param endpoints one for each address and port, in the order of addresses, then ports
 * @param elapsed of the whole scan
 * @param interrupted whether the user stopped the scan before it was through
 */
public record Facts(
    int schema,
    Instant observedAt,
    Target target,
    Optional<HostName> referenceName,
    Optional<String> ehloName,
    Lookup lookup,
    AddressChoice addresses,
    List<EndpointFacts> endpoints,
    Duration elapsed,
    boolean interrupted) {

  /** The version of the shape that this release writes. */
  public static final int SCHEMA = 1;

  public Facts {
    endpoints = List.copyOf(endpoints);
  }
}
