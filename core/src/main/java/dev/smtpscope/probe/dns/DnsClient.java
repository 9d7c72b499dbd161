package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.probe.Deadline;

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
}
