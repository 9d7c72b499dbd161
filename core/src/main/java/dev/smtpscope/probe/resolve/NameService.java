package dev.smtpscope.probe.resolve;

import dev.smtpscope.probe.dns.DnsClient;
import java.util.Optional;

/**
 * Where names are looked up. With both, the DNS comes first, as senders of mail ask it, and the
 * system has the word on what is not there: names of its hosts file and of its local network.
 *
 * @param dns empty to ask for addresses alone
 * @param system empty where only the DNS counts
 */
public record NameService(Optional<DnsClient> dns, Optional<AddressResolver> system) {
  /** The DNS alone. */
  public static NameService of(DnsClient dns) {
    return new NameService(Optional.of(dns), Optional.empty());
  }

  /** Addresses alone; mail domains can't be told from hosts. */
  public static NameService addressesOnly(AddressResolver system) {
    return new NameService(Optional.empty(), Optional.of(system));
  }

  /** The DNS, then the system. */
  public static NameService of(DnsClient dns, AddressResolver system) {
    return new NameService(Optional.of(dns), Optional.of(system));
  }
}
