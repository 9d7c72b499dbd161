package dev.smtpscope.facts;

/**
 * A TLS alert (RFC 8446 section 6).
 *
 * @param code 0 to 255
 * @param name as in the registry, such as {@code handshake_failure}
 */
public record TlsAlert(int code, String name) {}
