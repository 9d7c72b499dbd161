package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.probe.Deadline;
import java.util.Optional;

/**
 * Asks the DNS. Safe for many threads at once; an interrupt ends a wait with the outcome {@code
 * STOPPED} and leaves the thread interrupted.
 */
@FunctionalInterface
public interface DnsClient {
  /** The answer, or how it failed, by {@code deadline} at the latest. */
  DnsAnswer ask(DnsQuestion question, Deadline deadline);

  default DnsAnswer ask(DnsName name, RecordType type, Deadline deadline) {
    return ask(new DnsQuestion(name, type), deadline);
  }

  /**
   * Whether any resolver gave any usable reply since a moment of {@link System#nanoTime}. What is
   * remembered does not count. A client that does not know says yes.
   */
  default boolean hasHeardSince(long nanoTime) {
    return true;
  }

  /**
   * Asks for what every resolver has, past all memory; why that is not to be had, in a few words,
   * or empty where it is.
   */
  default Optional<String> outage(Deadline deadline) {
    return Optional.empty();
  }
}
