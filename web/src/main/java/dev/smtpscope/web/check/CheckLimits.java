package dev.smtpscope.web.check;

import dev.smtpscope.facts.audit.AuditDepth;
import java.time.Duration;

/**
 * What the service takes upon itself.
 *
 * @param perClient how often a client may ask
 * @param perAddress how often an address is dialled for
 * @param inAll how often all clients together may ask
 * @param perClientAtOnce checks of one client that wait or run
 * @param running checks that run side by side
 * @param queued checks that wait for their turn
 * @param probes connections side by side; at least those of one check
 * @param addresses of a host
 * @param hosts of a domain, where there are probes for so many
 * @param ports of a check
 * @param whole the longest time for a check
 * @param lookup the longest time to find a target's servers and their addresses
 * @param keptBytes memory for finished checks, in octets
 * @param keptFor how long a finished check can be fetched
 * @param deepestAudit the deepest TLS audit that may be asked for
 */
public record CheckLimits(
    Rate perClient,
    Rate perAddress,
    Rate inAll,
    int perClientAtOnce,
    int running,
    int queued,
    int probes,
    int addresses,
    int hosts,
    int ports,
    Duration whole,
    Duration lookup,
    long keptBytes,
    Duration keptFor,
    AuditDepth deepestAudit) {
  /** For strangers. */
  public static final CheckLimits PUBLIC =
      new CheckLimits(
          Rate.perMinute(10, 10),
          Rate.perMinute(6, 6),
          Rate.perMinute(300, 100),
          8,
          64,
          200,
          256,
          8,
          8,
          8,
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          64L * 1024 * 1024,
          Duration.ofMinutes(30),
          AuditDepth.QUICK);

  /** For one's own people and machines. */
  public static final CheckLimits PRIVATE =
      new CheckLimits(
          Rate.perMinute(6000, 1000),
          Rate.perMinute(6000, 1000),
          Rate.perMinute(12000, 2000),
          1000,
          256,
          2000,
          1024,
          16,
          16,
          32,
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          128L * 1024 * 1024,
          Duration.ofHours(1),
          AuditDepth.FULL);

  public CheckLimits {
    if (probes < addresses * ports) {
      throw new IllegalArgumentException("a check of the largest size could never run");
    }
  }

  /** With quick audits alone. */
  public CheckLimits(
      Rate perClient,
      Rate perAddress,
      Rate inAll,
      int perClientAtOnce,
      int running,
      int queued,
      int probes,
      int addresses,
      int hosts,
      int ports,
      Duration whole,
      Duration lookup,
      long keptBytes,
      Duration keptFor) {
    this(
        perClient,
        perAddress,
        inAll,
        perClientAtOnce,
        running,
        queued,
        probes,
        addresses,
        hosts,
        ports,
        whole,
        lookup,
        keptBytes,
        keptFor,
        AuditDepth.QUICK);
  }

  /** How many hosts of a domain there are probes for, on so many addresses and ports of each. */
  int hosts(int addressesOfEach, int portsOfEach) {
    return Math.clamp(probes / ((long) addressesOfEach * portsOfEach), 1, hosts);
  }
}
