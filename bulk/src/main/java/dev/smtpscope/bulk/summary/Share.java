package dev.smtpscope.bulk.summary;

/**
 * How often one value came up.
 *
 * @param targets that have it
 * @param servers that have it; each address and port counts once however many targets lead to it
 */
public record Share(String value, long targets, long servers) {}
