package dev.smtpscope.target;

import java.net.InetAddress;

/**
 * A range of addresses that share their first bits.
 *
 * @param prefix any address of the range
 * @param bits how many leading bits count
 */
record AddressBlock(InetAddress prefix, int bits) {
  /** The range that {@code text}, such as {@code 192.0.2.0/24}, writes down. */
  static AddressBlock of(String text) {
    int slash = text.indexOf('/');
    return new AddressBlock(
        InetAddress.ofLiteral(text.substring(0, slash)),
        Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(byte[] address) {
    byte[] own = prefix.getAddress();
    if (own.length != address.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (own[i] != address[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || (own[whole] ^ address[whole]) >> (8 - rest) == 0;
  }
}
