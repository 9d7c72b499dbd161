package dev.smtpscope.realservers;

import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.audit.AuditOptions;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.HostName;
import java.util.Optional;

/** How the real servers are scanned. */
final class Scans {
  /** Without an audit. */
  static final ScanOptions PLAIN = of(Optional.empty());

  private Scans() {}

  static ScanOptions with(AuditOptions audit) {
    return of(Optional.of(audit));
  }

  private static ScanOptions of(Optional<AuditOptions> audit) {
    return ScanOptions.STANDARD
        .but()
        .ehloName(Optional.of(EhloName.of(new HostName("client.smtpscope.test"))))
        .audit(audit)
        .build();
  }
}
