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
  private static final String DOMAIN = "[A-Za-z0-9._-]{1,255}";
  private static final String LITERAL =
      "\\[(([0-9]{1,3}\\.){3}[0-9]{1,3}|IPv6:[0-9A-Fa-f]*:[0-9A-Fa-f:.]{1,40})]";

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
    if (!value.matches(DOMAIN) && !isLiteral(value)) {
      throw new IllegalArgumentException("neither a domain nor an address literal: " + value);
    }
  }

  private static boolean isLiteral(String value) {
    return value.matches(LITERAL) && isAddress(value.replaceAll("\\[(IPv6:)?|]", ""));
  }

  private static boolean isAddress(String text) {
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
