package dev.smtpscope.bulk.probe;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.scan.Prober;
import java.util.Optional;

/**
 * The looks of one target at its servers, with a note whether it was shown a certificate that
 * another's look had asked for under another name.
 */
public final class Loans implements Prober {
  private final SharedProbes probes;
  private volatile boolean any;

  /** With looks that {@code probes} shares. */
  public Loans(SharedProbes probes) {
    this.probes = probes;
  }

  @Override
  public EndpointFacts probe(Visit visit, Deadline whole, ScanListener listener) {
    EndpointFacts facts = probes.probe(visit, whole, listener);
    if (isLent(facts, visit.sni())) {
      any = true;
    }
    return facts;
  }

  /** Whether there was such a certificate. */
  public boolean any() {
    return any;
  }

  /** Whether a certificate was seen that TLS asked for under a name other than {@code name}. */
  static boolean isLent(EndpointFacts facts, Optional<String> name) {
    return facts.session().filter(session -> !session.sni().equals(name)).isPresent();
  }
}
