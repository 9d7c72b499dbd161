package dev.smtpscope.probe;

import java.util.Optional;

/**
 * How to probe one endpoint.
 *
 * @param sni the name for the TLS hello
 * @param ehloName empty for the literal of the connection's own address
 */
public record ProbeOptions(Budget budget, Optional<String> sni, Optional<EhloName> ehloName) {}
