package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.probe.Deadline;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that is made for the first question, so that a check without one does not pay for it.
 */
public final class LateDnsClient implements DnsClient {
  private final Supplier<DnsClient> maker;
  private @Nullable DnsClient made;

  public LateDnsClient(Supplier<DnsClient> maker) {
    this.maker = maker;
  }

  @Override
  public DnsAnswer ask(DnsQuestion question, Deadline deadline) {
    return client().ask(question, deadline);
  }

  private synchronized DnsClient client() {
    DnsClient client = made == null ? maker.get() : made;
    made = client;
    return client;
  }
}
