package dev.smtpscope.bulk.store;

import dev.smtpscope.facts.EndpointFacts;
import java.util.Optional;

/**
 * What a probe of one address and port has shown.
 *
 * @param sni the name that TLS asked for
 */
public record Recorded(EndpointFacts facts, Optional<String> sni) {}
