package dev.smtpscope.facts.dns;

import dev.smtpscope.target.Addresses;
import java.net.Inet6Address;
import java.net.InetAddress;

/** A recursive resolver that was asked. */
public sealed interface DnsServer {
  /** Over UDP, and over TCP where an answer does not fit. */
  record Plain(InetAddress address, int port) implements DnsServer {
    @Override
    public String label() {
      String host = Addresses.text(address);
      if (port == 53) {
        return host;
      }
      return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /** Over HTTPS (RFC 8484). */
  record Https(String url) implements DnsServer {
    @Override
    public String label() {
      return url;
    }
  }

  /** As a user would write it. */
  String label();
}
