package dev.smtpscope.facts;

/**
 * A cipher suite.
 *
 * @param code its number in the IANA registry
 * @param name its name there
 */
public record CipherSuite(int code, String name) {}
