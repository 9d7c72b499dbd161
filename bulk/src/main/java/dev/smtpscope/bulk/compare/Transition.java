package dev.smtpscope.bulk.compare;

/**
 * A change that many targets may share.
 *
 * @param before empty where there was nothing, such as for a new finding
 */
public record Transition(String before, String after, long targets) {}
