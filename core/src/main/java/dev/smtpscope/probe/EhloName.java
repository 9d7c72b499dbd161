package dev.smtpscope.probe;

import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.HostName;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * The argument of EHLO (RFC 5321 section 4.1.1.1): a domain or an address literal, so that nothing
 * a user types can end the command line.
 */
public record EhloName(String value) {
  /** A domain. */
  public static EhloName of(HostName name) {
    return new EhloName(name.ascii());
  }

  /** An address literal (section 4.1.3). */
  public static EhloName of(InetAddress address) {
    String text = Addresses.text(address).replaceFirst("%.*", "");
    return new EhloName(address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]");
  }

  public EhloName {
    if (!value.matches("[A-Za-z0-9._-]{1,255}|\\[(IPv6:)?[0-9A-Fa-f.:]{1,60}\\]")) {
      throw new IllegalArgumentException("neither a domain nor an address literal: " + value);
    }
  }
}
