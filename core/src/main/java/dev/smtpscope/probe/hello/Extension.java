package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;

/**
 * An extension of a hello (RFC 8446 section 4.2).
 *
 * @param type its number in the IANA registry
 * @param body without type and length; at most 65535 octets
 */
public record Extension(int type, Bytes body) {}
