package dev.smtpscope.facts;

import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the DNS says of the servers and their domain, beside where they are.
 *
 * @param tlsa one for each host and port that takes mail from other servers
 * @param reverse one for each address
 * @param blockLists one for each address and list that was asked
 * @param domain where the target is a domain
 */
public record NameRecords(
    List<TlsaLookup> tlsa,
    List<ReverseLookup> reverse,
    List<BlockListLookup> blockLists,
    Optional<DomainRecords> domain) {
  /** Nothing was asked. */
  public static final NameRecords NONE =
      new NameRecords(List.of(), List.of(), List.of(), Optional.empty());

  public NameRecords {
    tlsa = List.copyOf(tlsa);
    reverse = List.copyOf(reverse);
    blockLists = List.copyOf(blockLists);
  }

  /** The search for the TLSA records of {@code host} on {@code port}, where there was one. */
  public Optional<TlsaLookup> tlsa(HostName host, int port) {
    return tlsa.stream().filter(t -> t.host().equals(host) && t.port() == port).findFirst();
  }

  /** The names of {@code address}, where they were asked for. */
  public Optional<ReverseLookup> reverse(InetAddress address) {
    return reverse.stream().filter(r -> r.address().equals(address)).findFirst();
  }
}
