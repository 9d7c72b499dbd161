package dev.smtpscope.judge.audit;

import dev.smtpscope.facts.audit.Trait;

/**
 * Whether a server is open to an attack.
 *
 * @param trait {@code YES} where it is
 */
public record Openness(Attack attack, Trait trait) {}
