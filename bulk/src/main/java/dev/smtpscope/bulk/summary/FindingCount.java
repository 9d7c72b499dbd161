package dev.smtpscope.bulk.summary;

import dev.smtpscope.judge.Severity;

/**
 * How often a finding was made.
 *
 * @param severity the worst that it had
 */
public record FindingCount(String id, Severity severity, long targets, long servers) {}
