package dev.smtpscope.probe;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.probe.audit.AuditOptions;
import dev.smtpscope.probe.audit.Governor;
import dev.smtpscope.probe.audit.TlsAuditProbe;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.target.TlsMode;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Audits a server. One with TLS from the first octet need not speak SMTP within: for what it would
 * say it is not waited long.
 */
final class Auditing {
  private static final Budget BUDGET =
      new Budget(
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10));

  private Auditing() {}

  static TlsAudit audit(InetSocketAddress server, AuditDepth depth) {
    return audit(server, TlsMode.IMPLICIT, depth);
  }

  static TlsAudit audit(InetSocketAddress server, TlsMode mode, AuditDepth depth) {
    EndpointFacts first = Probing.probe(server, mode, BUDGET);
    AuditOptions wish = AuditOptions.of(depth);
    ProbeOptions probe = new ProbeOptions(BUDGET, Optional.of(Probing.HOST), Optional.empty());
    Dialer dialer = new Dialer(Optional.empty(), AddressPolicy.ANY);
    return new TlsAuditProbe(probe, wish, dialer, ScanListener.NONE)
        .run(first, new Governor(wish), tasks -> tasks.forEach(Runnable::run));
  }
}
