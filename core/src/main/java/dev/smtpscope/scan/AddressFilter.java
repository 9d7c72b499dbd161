package dev.smtpscope.scan;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.Lookup;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which of a target's hosts and addresses to test.
 *
 * @param only this one instead of those the lookup gives
 * @param cap at most so many of each host, at least 1
 * @param hosts at most so many of a domain's hosts, at least 1
 */
public record AddressFilter(Family family, Optional<InetAddress> only, int cap, int hosts) {
  private static final int MOST_HOSTS = 16;

  /** Both families, at most 16 addresses of each of 16 hosts. */
  public static final AddressFilter STANDARD =
      new AddressFilter(Family.ANY, Optional.empty(), 16, MOST_HOSTS);

  /** With the usual number of hosts. */
  public AddressFilter(Family family, Optional<InetAddress> only, int cap) {
    this(family, only, cap, MOST_HOSTS);
  }

  /** IP versions. */
  public enum Family {
    ANY,
    V4,
    V6;

    boolean admits(InetAddress address) {
      return switch (this) {
        case ANY -> true;
        case V4 -> address instanceof Inet4Address;
        case V6 -> address instanceof Inet6Address;
      };
    }
  }

  /** Which of a lookup's addresses are tested. */
  public AddressChoice choose(Lookup lookup) {
    List<InetAddress> all =
        switch (lookup) {
          case Lookup.Literal literal -> List.of(literal.address());
          case Lookup.Found found -> found.addresses().stream().distinct().toList();
          case Lookup.NotFound none -> List.of();
          case Lookup.Failed none -> List.of();
        };
    List<InetAddress> ofFamily = all.stream().filter(family::admits).toList();
    List<InetAddress> tested = ofFamily.stream().limit(cap).toList();
    List<InetAddress> leftOut = all.stream().filter(a -> !tested.contains(a)).toList();
    return new AddressChoice(
        tested, leftOut, why(ofFamily.size() < all.size(), ofFamily.size() > cap));
  }

  private String why(boolean byFamily, boolean byCap) {
    String family = "only IPv" + (this.family == Family.V4 ? 4 : 6) + " was asked for";
    String capped = "at most " + cap + " addresses are tested";
    return byFamily && byCap ? family + "; " + capped : byFamily ? family : byCap ? capped : "";
  }
}
