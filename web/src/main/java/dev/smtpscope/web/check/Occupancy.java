package dev.smtpscope.web.check;

/**
 * How much there is to do.
 *
 * @param probes places of connections that are taken
 * @param kept finished checks that can still be fetched
 * @param keptBytes memory they take, about
 */
public record Occupancy(int running, int queued, int probes, long kept, long keptBytes) {}
