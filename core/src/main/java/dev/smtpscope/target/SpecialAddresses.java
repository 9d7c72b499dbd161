package dev.smtpscope.target;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that belong to no host of the public Internet, by the special-purpose registries of
 * IANA (RFC 6890) and a few that clouds keep for themselves. An IPv6 address that stands for an
 * IPv4 address is judged by that one.
 */
public final class SpecialAddresses {
  private static final List<Special> METADATA =
      List.of(
          special("169.254.169.254/32", "a cloud's metadata service (link-local, RFC 3927)"),
          special("100.100.100.200/32", "a cloud's metadata service (shared space, RFC 6598)"),
          special("168.63.129.16/32", "a cloud's own service for its machines"),
          special("192.0.0.192/32", "a cloud's metadata service (protocol space, RFC 6890)"),
          special("fd00:ec2::254/128", "a cloud's metadata service (unique local, RFC 4193)"),
          special("fd20:ce::254/128", "a cloud's metadata service (unique local, RFC 4193)"));

  private static final List<Special> V4 =
      List.of(
          special("0.0.0.0/32", "the unspecified address, which means this host (RFC 1122)"),
          special("0.0.0.0/8", "an address of this network (RFC 791)"),
          special("10.0.0.0/8", "a private address (RFC 1918)"),
          special("100.64.0.0/10", "shared address space of a provider's NAT (RFC 6598)"),
          special("127.0.0.0/8", "a loopback address (RFC 1122)"),
          special("169.254.0.0/16", "a link-local address (RFC 3927)"),
          special("172.16.0.0/12", "a private address (RFC 1918)"),
          special("192.0.0.0/24", "kept for protocols of the IETF (RFC 6890)"),
          special("192.0.2.0/24", "an address for documentation (RFC 5737)"),
          special("192.88.99.0/24", "a former 6to4 relay (RFC 7526)"),
          special("192.168.0.0/16", "a private address (RFC 1918)"),
          special("198.18.0.0/15", "an address for benchmarks (RFC 2544)"),
          special("198.51.100.0/24", "an address for documentation (RFC 5737)"),
          special("203.0.113.0/24", "an address for documentation (RFC 5737)"),
          special("224.0.0.0/4", "a multicast address (RFC 5771)"),
          special("255.255.255.255/32", "the broadcast address (RFC 919)"),
          special("240.0.0.0/4", "a reserved address (RFC 1112)"));

  private static final List<Special> V6 =
      List.of(
          special("::/128", "the unspecified address (RFC 4291)"),
          special("::1/128", "the loopback address (RFC 4291)"),
          special("64:ff9b:1::/48", "a NAT64 prefix for local use (RFC 8215)"),
          special("100::/64", "an address whose traffic is discarded (RFC 6666)"),
          special("100:0:0:1::/64", "a dummy prefix (RFC 9780)"),
          special("2001:2::/48", "an address for benchmarks (RFC 5180)"),
          special("2001:10::/28", "an identifier, not an address (ORCHID, RFC 4843)"),
          special("2001:20::/28", "an identifier, not an address (ORCHIDv2, RFC 7343)"),
          special("2001:30::/28", "an identifier of a drone (RFC 9374)"),
          special("2001:db8::/32", "an address for documentation (RFC 3849)"),
          special("3fff::/20", "an address for documentation (RFC 9637)"),
          special("5f00::/16", "a segment identifier (SRv6, RFC 9602)"),
          special("fc00::/7", "a unique local address (RFC 4193)"),
          special("fe80::/10", "a link-local address (RFC 4291)"),
          special("fec0::/10", "a site-local address (RFC 3879)"),
          special("ff00::/8", "a multicast address (RFC 4291)"));

  private static final AddressBlock PROTOCOLS = AddressBlock.of("2001::/23");
  private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");

  private SpecialAddresses() {}

  private record Special(AddressBlock block, String kind) {}

  private static Special special(String block, String kind) {
    return new Special(AddressBlock.of(block), kind);
  }

  /**
   * What kind of special address {@code address} is, in words with the RFC, such as {@code a
   * private address (RFC 1918)}; empty for a host of the public Internet.
   */
  public static Optional<String> kind(InetAddress address) {
    return kind(address.getAddress());
  }

  private static Optional<String> kind(byte[] address) {
    return in(METADATA, address).or(() -> address.length == 4 ? in(V4, address) : ofV6(address));
  }

  private static Optional<String> ofV6(byte[] address) {
    List<EmbeddedV4> embedded = EmbeddedV4.in(address);
    return in(V6, address)
        .or(() -> embedded.stream().flatMap(v4 -> within(v4).stream()).findFirst())
        .or(() ->
            embedded.stream().anyMatch(EmbeddedV4::isReachable)
                ? Optional.empty()
                : outside(address));
  }

  private static Optional<String> within(EmbeddedV4 v4) {
    return kind(v4.address().getAddress())
        .map(kind -> v4.form() + " of " + v4.address().getHostAddress() + ", which is " + kind);
  }

  private static Optional<String> outside(byte[] address) {
    if (PROTOCOLS.contains(address)) {
      return Optional.of("kept for protocols of the IETF (RFC 2928)");
    }
    return GLOBAL_UNICAST.contains(address)
        ? Optional.empty()
        : Optional.of("outside of what is given to hosts of the Internet (2000::/3, RFC 4291)");
  }

  private static Optional<String> in(List<Special> table, byte[] address) {
    return table.stream().filter(s -> s.block().contains(address)).map(Special::kind).findFirst();
  }
}
