package dev.smtpscope.target;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An IPv4 address that an IPv6 address stands for or leads to.
 *
 * @param form in what manner, in words with the RFC
 * @param isReachable whether the form itself can lead to a host of the public Internet
 */
record EmbeddedV4(String form, InetAddress address, boolean isReachable) {
  private static final AddressBlock COMPATIBLE = AddressBlock.of("::/96");
  private static final AddressBlock TRANSLATED = AddressBlock.of("::ffff:0:0:0/96");
  private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");
  private static final AddressBlock SIX_TO_FOUR = AddressBlock.of("2002::/16");
  private static final AddressBlock TEREDO = AddressBlock.of("2001::/32");

  /** Those in the 16 octets of {@code v6}. */
  static List<EmbeddedV4> in(byte[] v6) {
    List<EmbeddedV4> found = new ArrayList<>();
    if (isMapped(v6)) {
      found.add(new EmbeddedV4("the IPv4-mapped form (RFC 4291)", at(v6, 12), true));
    }
    if (COMPATIBLE.contains(v6)) {
      found.add(new EmbeddedV4("the IPv4-compatible form (RFC 4291)", at(v6, 12), false));
    }
    if (TRANSLATED.contains(v6)) {
      found.add(new EmbeddedV4("the IPv4-translated form (RFC 2765)", at(v6, 12), false));
    }
    if (NAT64.contains(v6)) {
      found.add(new EmbeddedV4("the NAT64 form (RFC 6052)", at(v6, 12), true));
    }
    if (SIX_TO_FOUR.contains(v6)) {
      found.add(new EmbeddedV4("the 6to4 form (RFC 3056)", at(v6, 2), true));
    }
    if (TEREDO.contains(v6)) {
      found.add(new EmbeddedV4("a Teredo server (RFC 4380)", at(v6, 4), true));
      found.add(new EmbeddedV4("a Teredo client (RFC 4380)", at(inverted(v6), 12), true));
    }
    if (isIsatap(v6)) {
      found.add(new EmbeddedV4("the ISATAP form (RFC 5214)", at(v6, 12), false));
    }
    return found;
  }

  /** The JDK turns such literals into IPv4 addresses, so that no literal can name the block. */
  private static boolean isMapped(byte[] v6) {
    for (int i = 0; i < 10; i++) {
      if (v6[i] != 0) {
        return false;
      }
    }
    return v6[10] == -1 && v6[11] == -1;
  }

  private static boolean isIsatap(byte[] v6) {
    return (v6[8] & ~2) == 0 && v6[9] == 0 && v6[10] == 0x5e && v6[11] == (byte) 0xfe;
  }

  private static byte[] inverted(byte[] bytes) {
    byte[] inverted = bytes.clone();
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (byte) ~inverted[i];
    }
    return inverted;
  }

  private static InetAddress at(byte[] v6, int offset) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(v6, offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
