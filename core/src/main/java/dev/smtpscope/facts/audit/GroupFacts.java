package dev.smtpscope.facts.audit;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.TlsVersion;

/**
 * One group of a key exchange in one version (TLS 1.2 stands for the older ones too).
 *
 * @param trait whether the server agrees to it
 */
public record GroupFacts(TlsVersion version, NamedGroup group, Trait trait) {}
