package dev.smtpscope.bulk.probe;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EndpointProbe;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.dial.Dialer;
import java.util.Optional;

/** What is known of a server that was not connected to. */
final class Untried {
  private static final ProbeOptions OPTIONS =
      new ProbeOptions(Budget.STANDARD, Optional.empty(), Optional.empty());

  private Untried() {}

  static EndpointFacts because(String why, Endpoint endpoint) {
    Dialer none = new Dialer(Optional.empty(), _ -> Optional.of(why));
    return new EndpointProbe(endpoint, OPTIONS, none, ScanListener.NONE)
        .run(Deadline.after(Budget.STANDARD.whole()));
  }
}
