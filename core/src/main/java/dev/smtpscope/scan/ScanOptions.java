package dev.smtpscope.scan;

import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.probe.audit.AuditOptions;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import java.util.Optional;

/**
 * How to scan, whatever the target.
 *
 * @param referenceName the name certificates are held against; empty to follow the host
 * @param ehloName what we call ourselves; empty for the literal of each connection's own address
 * @param source the local address to dial from
 * @param policy which addresses may be dialled
 * @param audit how to audit each port that has TLS
 */
public record ScanOptions(
    Budget budget,
    AddressFilter addresses,
    ServerNameIndication sni,
    Optional<HostName> referenceName,
    Optional<EhloName> ehloName,
    Optional<InetAddress> source,
    AddressPolicy policy,
    NameQueries queries,
    Optional<AuditOptions> audit) {
  /** The usual, without an audit. */
  public static final ScanOptions STANDARD =
      new ScanOptions(
          Budget.STANDARD,
          AddressFilter.STANDARD,
          new ServerNameIndication.FollowHost(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          AddressPolicy.ANY,
          NameQueries.STANDARD,
          Optional.empty());

  /** Makes others of these. */
  public ScanOptionsBuilder but() {
    return new ScanOptionsBuilder(this);
  }
}
