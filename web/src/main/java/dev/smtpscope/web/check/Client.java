package dev.smtpscope.web.check;

import dev.smtpscope.target.Addresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whoever asks, as far as limits tell them apart.
 *
 * @param key an IPv4 address, or the /64 network of an IPv6 address: what one customer gets
 */
public record Client(String key) {
  /** The client at {@code address}. */
  public static Client at(InetAddress address) {
    return new Client(
        address instanceof Inet6Address v6 ? network(v6) + "/64" : Addresses.text(address));
  }

  private static String network(Inet6Address address) {
    try {
      byte[] prefix = Arrays.copyOf(Arrays.copyOf(address.getAddress(), 8), 16);
      return Addresses.text(InetAddress.getByAddress(prefix));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
