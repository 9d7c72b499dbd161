package dev.smtpscope.bulk.summary;

import dev.smtpscope.judge.Severity;

/**
 * How often a finding was made.
 *
 * @param severity the worst that it had
 * @param servers 0 for one that is of domains or hosts
 */
public record FindingCount(String id, Severity severity, long targets, long servers) {
  /** Whether it was made on servers, not on domains and hosts alone. */
  boolean isOfServers() {
    return servers > 0;
  }
}
