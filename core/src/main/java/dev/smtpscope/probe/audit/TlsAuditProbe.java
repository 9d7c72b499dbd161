package dev.smtpscope.probe.audit;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.dial.Dialer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out what one server would negotiate. An interrupt of its thread ends any wait; what was
 * learned until then is kept.
 */
public final class TlsAuditProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PARTING = Duration.ofSeconds(3);

  private final ProbeOptions probe;
  private final AuditOptions options;
  private final Dialer dialer;
  private final ScanListener listener;

  public TlsAuditProbe(
      ProbeOptions probe, AuditOptions options, Dialer dialer, ScanListener listener) {
    this.probe = probe;
    this.options = options;
    this.dialer = dialer;
    this.listener = listener;
  }

  /** Whether {@code first} got far enough for an audit to have something to ask. */
  public static boolean isDueAfter(EndpointFacts first) {
    return switch (first.tls()) {
      case TlsOutcome.Established e -> true;
      case TlsOutcome.Failed f -> true;
      case TlsOutcome.Refused r -> false;
      case TlsOutcome.NotReached n -> false;
      case TlsOutcome.NotOffered n -> false;
      case TlsOutcome.NotWanted n -> false;
    };
  }

  /**
   * Audits the server of an ordinary check.
   *
   * @param first what that check showed
   * @param governor of the address
   * @param lanes run the questions, as many at a time as the options allow
   */
  public TlsAudit run(EndpointFacts first, Governor governor, Lanes lanes) {
    long began = System.nanoTime();
    Findings known = new Findings();
    first.session().ifPresent(session -> new FirstSession(session).tell(known));
    Doorway doorway = new Doorway(first.endpoint(), probe, dialer, listener);
    Deadline deadline = Deadline.after(options.limit());
    Duration patience = shorter(probe.budget().handshake(), PATIENCE);
    Duration parting = shorter(probe.budget().reply(), PARTING);
    Asker asker = new Asker(doorway, governor, deadline, patience, parting);
    Planner planner = new Planner(Plan.of(options.depth(), new Offers(probe.sni())), asker, known);
    work(planner, lanes);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    return known.audit(options, doorway.connections(), elapsed, planner.completion());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void work(Planner planner, Lanes lanes) {
    if (options.parallel() == 1) {
      planner.run();
      return;
    }
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < options.parallel(); i++) {
      tasks.add(planner);
    }
    lanes.run(tasks);
  }
}
