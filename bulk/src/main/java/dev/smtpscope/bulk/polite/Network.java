package dev.smtpscope.bulk.polite;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * The first bits of addresses.
 *
 * @param prefix all other bits zero
 * @param bits how many count
 */
record Network(InetAddress prefix, int bits) {
  private static final int V4 = 24;
  private static final int V6 = 48;

  /** What is taken for one network of one operator: a /24 or a /48. */
  static Network around(InetAddress address) {
    return of(address, address.getAddress().length == 4 ? V4 : V6);
  }

  static Network of(InetAddress address, int bits) {
    byte[] octets = address.getAddress();
    int whole = bits / 8;
    if (whole < octets.length) {
      octets[whole] &= (byte) (0xff00 >> bits % 8);
      Arrays.fill(octets, whole + 1, octets.length, (byte) 0);
    }
    try {
      return new Network(InetAddress.getByAddress(octets), bits);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
