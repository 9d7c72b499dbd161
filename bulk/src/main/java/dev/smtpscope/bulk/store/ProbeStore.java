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
  /**
   * The probes of {@code endpoint} that hold where TLS would ask for {@code name}, the oldest
   * first: they asked for the same, saw a certificate for that name, or came to nothing that
   * depends on the name. Of many of one kind only the oldest is there.
   */
  List<Recorded> find(Endpoint endpoint, Optional<String> name);

  /** Keeps a probe. Of several with one endpoint and one {@code sni} the first stands. */
  void add(EndpointFacts facts, Optional<String> sni);
}
