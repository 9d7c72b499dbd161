package dev.smtpscope.bulk.store;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import java.util.List;
import java.util.Optional;

/**
 * The probes of a scan, kept for all targets that share a server and for a scan that goes on later.
 * Safe for all threads. Trouble with the disk is kept, and told by the folder's next {@link
 * ScanFolder#add} or {@link ScanFolder#commit}.
 */
public interface ProbeStore {
  /** All probes of {@code endpoint}, the oldest first. */
  List<Recorded> find(Endpoint endpoint);

  /** Keeps a probe. Of several with one endpoint and one {@code sni} the first stands. */
  void add(EndpointFacts facts, Optional<String> sni);
}
