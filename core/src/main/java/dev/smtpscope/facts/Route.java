package dev.smtpscope.facts;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import java.util.List;
import java.util.Optional;

/**
 * How a target was understood, and the servers that it led to.
 *
 * @param why it was taken as {@code kind}, in words that continue a sentence
 * @param mx the answer to the question for MX records; empty where it was not asked
 * @param hosts one for a host; of a domain those that its MX records name, the most preferred
 *     first, or the domain itself where it has none (RFC 5321 section 5.1)
 * @param leftOut further MX hosts that were not looked at
 */
public record Route(
    Kind kind, String why, Optional<DnsAnswer> mx, List<MailHost> hosts, List<DnsName> leftOut) {
  /** What a target was taken as. */
  public enum Kind {
    HOST,
    DOMAIN
  }

  public Route {
    hosts = List.copyOf(hosts);
    if (kind == Kind.HOST && hosts.size() != 1) {
      throw new IllegalArgumentException("a host is one host");
    }
    leftOut = List.copyOf(leftOut);
  }

  /** The way to one host. */
  public static Route to(MailHost host, String why) {
    return new Route(Kind.HOST, why, Optional.empty(), List.of(host), List.of());
  }

  public boolean isDomain() {
    return kind == Kind.DOMAIN;
  }

  /** What the MX records come to; empty where they were not asked for. */
  public Optional<MxSet> mxSet() {
    return mx.map(MxSet::of);
  }
}
