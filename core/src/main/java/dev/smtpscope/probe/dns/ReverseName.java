package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsName;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The names under which the DNS files addresses, by their parts from the last to the first. */
public final class ReverseName {
  private static final DnsName V4 = new DnsName("in-addr.arpa");
  private static final DnsName V6 = new DnsName("ip6.arpa");

  private ReverseName() {}

  /** Where the address's own names are (RFC 1035 section 3.5, RFC 3596 section 2.5). */
  public static DnsName of(InetAddress address) {
    return below(address instanceof Inet4Address ? V4 : V6, address);
  }

  /** Where a list of addresses would have this one (RFC 5782 section 2). */
  public static DnsName below(DnsName zone, InetAddress address) {
    List<String> parts = new ArrayList<>();
    for (byte octet : address.getAddress()) {
      if (address instanceof Inet4Address) {
        parts.add(String.valueOf(octet & 0xff));
      } else {
        parts.add(Integer.toHexString(octet >> 4 & 0xf));
        parts.add(Integer.toHexString(octet & 0xf));
      }
    }
    Collections.reverse(parts);
    return zone.child(String.join(".", parts));
  }
}
