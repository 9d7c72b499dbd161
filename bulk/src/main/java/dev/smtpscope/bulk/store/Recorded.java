package dev.smtpscope.bulk.store;

import dev.smtpscope.facts.EndpointFacts;
import java.util.Optional;

/**
 * What a probe of one address and port has shown.
 *
 * @param sni the name that TLS asked for
 */
public record Recorded(EndpointFacts facts, Optional<String> sni) {
  /**
   * Whether it holds where TLS would ask for {@code name}: it asked for the same, saw a certificate
   * for that name, or came to nothing that depends on the name.
   */
  public boolean isFor(Optional<String> name) {
    return Sharing.isFor(this, name);
  }
}
