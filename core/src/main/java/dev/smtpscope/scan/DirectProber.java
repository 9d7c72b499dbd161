package dev.smtpscope.scan;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EndpointProbe;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.audit.AuditOptions;
import dev.smtpscope.probe.audit.Governor;
import dev.smtpscope.probe.audit.TlsAuditProbe;
import dev.smtpscope.probe.dial.Dialer;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Connects at once, and audits TLS afterwards where that is wished for. */
public final class DirectProber implements Prober {
  private final ScanOptions options;
  private final Dialer dialer;
  private final Consumer<List<Runnable>> sideBySide;
  private final Map<InetAddress, Governor> governors = new ConcurrentHashMap<>();

  /** One whose audits ask one question after another. */
  public DirectProber(ScanOptions options) {
    this(options, tasks -> tasks.forEach(Runnable::run));
  }

  DirectProber(ScanOptions options, Consumer<List<Runnable>> sideBySide) {
    this.options = options;
    this.dialer = new Dialer(options.source(), options.policy());
    this.sideBySide = sideBySide;
  }

  @Override
  public EndpointFacts probe(Visit visit, Deadline whole, ScanListener listener) {
    ProbeOptions probe = new ProbeOptions(options.budget(), visit.sni(), options.ehloName());
    EndpointFacts seen = new EndpointProbe(visit.endpoint(), probe, dialer, listener).run(whole);
    return options
        .audit()
        .filter(_ -> TlsAuditProbe.isDueAfter(seen))
        .map(audit -> seen.with(audit(probe, audit, seen, listener)))
        .orElse(seen);
  }

  private TlsAudit audit(
      ProbeOptions probe, AuditOptions audit, EndpointFacts seen, ScanListener listener) {
    Governor governor =
        governors.computeIfAbsent(seen.endpoint().address(), _ -> new Governor(audit));
    return new TlsAuditProbe(probe, audit, dialer, listener)
        .run(seen, governor, sideBySide::accept);
  }
}
