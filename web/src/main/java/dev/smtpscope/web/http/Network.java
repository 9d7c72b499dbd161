package dev.smtpscope.web.http;

import dev.smtpscope.target.Addresses;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses that share their first bits.
 *
 * @param prefix any address of the network
 * @param bits how many leading bits count
 */
public record Network(InetAddress prefix, int bits) {
  /** The network {@code 192.0.2.0/24} or the single address {@code 2001:db8::1}; else empty. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> prefix = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
    return prefix.flatMap(
        address -> bits(text, slash, size(address)).map(b -> new Network(address, b)));
  }

  private static Optional<Integer> bits(String text, int slash, int most) {
    if (slash < 0) {
      return Optional.of(most);
    }
    String number = text.substring(slash + 1);
    return Optional.of(number)
        .filter(n -> n.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(n -> n <= most);
  }

  private static int size(InetAddress address) {
    return address.getAddress().length * 8;
  }

  /** Whether {@code address} is one of them. */
  public boolean contains(InetAddress address) {
    if (size(address) != size(prefix)) {
      return false;
    }
    byte[] own = prefix.getAddress();
    byte[] other = address.getAddress();
    for (int bit = 0; bit < bits; bit++) {
      if (((own[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
        return false;
      }
    }
    return true;
  }
}
