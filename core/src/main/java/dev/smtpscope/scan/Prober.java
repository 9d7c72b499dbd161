package dev.smtpscope.scan;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.target.HostName;
import java.util.Optional;

/**
 * Looks at one address and port. A {@link Scanner} uses one of its own, unless it is given one that
 * scans of many targets share. Safe for many threads at once; an interrupt ends any wait, and what
 * was seen until then is the result.
 */
@FunctionalInterface
public interface Prober {
  /** What was seen by the time that {@code whole} has passed. */
  EndpointFacts probe(Visit visit, Deadline whole, ScanListener listener);

  /**
   * Where to go.
   *
   * @param host the name that led there; empty where an address was given
   * @param sni the name that TLS asks for
   */
  record Visit(Endpoint endpoint, Optional<HostName> host, Optional<String> sni) {}
}
