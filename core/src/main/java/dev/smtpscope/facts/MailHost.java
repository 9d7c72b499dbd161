package dev.smtpscope.facts;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server and its addresses.
 *
 * @param name what its certificate is held against; empty for a bare address
 * @param preference of its MX record, the lowest where it has several; 0 for a domain that is its
 *     own mail host; empty for a server that no MX record led to
 * @param services the ports tried on each address
 * @param answers to the questions for its addresses, AAAA and A; empty where the DNS was not asked
 */
public record MailHost(
    Optional<HostName> name,
    Optional<Integer> preference,
    List<Service> services,
    Lookup lookup,
    AddressChoice addresses,
    List<DnsAnswer> answers) {
  public MailHost {
    services = List.copyOf(services);
    answers = List.copyOf(answers);
  }

  /** A host of which nothing but its addresses was asked. */
  public static MailHost of(
      Optional<HostName> name, List<Service> services, Lookup lookup, AddressChoice addresses) {
    return new MailHost(name, Optional.empty(), services, lookup, addresses, List.of());
  }

  /** Its name, or the address that stands for it. */
  public String label() {
    return name.map(HostName::ascii)
        .orElseGet(
            () -> String.join(", ", addresses.tested().stream().map(Addresses::text).toList()));
  }

  /** All of its addresses on all of its ports. */
  public Stream<Endpoint> endpoints() {
    return addresses.tested().stream()
        .flatMap(address -> services.stream().map(service -> new Endpoint(address, service)));
  }

  /** Whether it was probed at {@code endpoint}. */
  public boolean has(Endpoint endpoint) {
    return addresses.tested().contains(endpoint.address()) && services.contains(endpoint.service());
  }

  /** The DNSSEC status of its addresses: the worse of the two answers; empty where none is. */
  public Optional<DnssecStatus> addressStatus() {
    return answers.stream().map(DnsAnswer::status).reduce(DnssecStatus::and);
  }
}
