package dev.smtpscope.scan;

import dev.smtpscope.facts.dns.DnsName;
import java.util.List;

/**
 * What to ask the DNS beyond what every check asks.
 *
 * @param blockLists the zones of DNS block lists to ask about each address
 * @param submission whether to test the servers that a domain names for its users' mail
 */
public record NameQueries(List<DnsName> blockLists, boolean submission) {
  /** Nothing more. */
  public static final NameQueries STANDARD = new NameQueries(List.of(), false);

  public NameQueries {
    blockLists = List.copyOf(blockLists);
  }
}
