package dev.smtpscope.facts;

/**
 * The server asked for a client certificate; we sent none.
 *
 * @param authorities how many acceptable authorities it named
 */
public record ClientCertificateRequest(int authorities) {}
