package dev.smtpscope.facts;

import dev.smtpscope.facts.dns.DnsAnswer;
import java.net.InetAddress;
import java.util.List;

/**
 * The names of an address, and whether they lead back to it.
 *
 * @param pointer the answer to the question for PTR records
 * @param forward for each of its first names, the answer to the question for addresses of the same
 *     family
 */
public record ReverseLookup(InetAddress address, DnsAnswer pointer, List<DnsAnswer> forward) {
  public ReverseLookup {
    forward = List.copyOf(forward);
  }
}
