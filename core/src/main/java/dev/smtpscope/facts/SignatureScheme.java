package dev.smtpscope.facts;

/**
 * A signature scheme (RFC 8446 section 4.2.3).
 *
 * @param code its number in the IANA registry
 * @param name its name there, such as {@code rsa_pss_rsae_sha256}
 */
public record SignatureScheme(int code, String name) {}
