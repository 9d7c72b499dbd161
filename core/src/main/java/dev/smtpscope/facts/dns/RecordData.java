package dev.smtpscope.facts.dns;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/** What a record says. */
public sealed interface RecordData {
  /** A or AAAA. */
  record Address(InetAddress address) implements RecordData {}

  /** CNAME. */
  record Cname(DnsName target) implements RecordData {}

  /** PTR. */
  record Ptr(DnsName name) implements RecordData {}

  /**
   * MX (RFC 5321 section 5.1).
   *
   * @param preference the lowest is tried first
   * @param exchange the root where no mail is taken (RFC 7505)
   */
  record Mx(int preference, DnsName exchange) implements RecordData {}

  /** SRV (RFC 2782); the root as target says that there is no such service. */
  record Srv(int priority, int weight, int port, DnsName target) implements RecordData {}

  /**
   * TXT.
   *
   * @param text the strings joined without a space, in visible form
   * @param strings each in visible form
   */
  record Txt(String text, List<String> strings) implements RecordData {
    public Txt {
      strings = List.copyOf(strings);
    }
  }

  /**
   * TLSA (RFC 6698 section 2.1); the numbers are 0 to 255, known or not.
   *
   * @param data in lower-case hexadecimal digits, possibly none
   */
  record Tlsa(int usage, int selector, int matchingType, String data) implements RecordData {
    /**
     * @throws IllegalArgumentException when the data is not in hexadecimal digits
     */
    public Tlsa {
      data = HexFormat.of().formatHex(HexFormat.of().parseHex(data));
    }

    /** A fresh array. */
    public byte[] bytes() {
      return HexFormat.of().parseHex(data);
    }
  }

  /**
   * A record whose data does not have the form of its type.
   *
   * @param data in visible form
   */
  record Malformed(String data) implements RecordData {}
}
