package dev.smtpscope.target;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** How IP addresses are written. */
public final class Addresses {
  private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private Addresses() {}

  /**
   * The address that {@code text} writes down; empty if it is none. IPv4 takes all four numbers:
   * the short forms of old, such as {@code 10.1}, are mistakes today.
   */
  public static Optional<InetAddress> parse(String text) {
    try {
      return text.contains(":") || DOTTED.matcher(text).matches()
          ? Optional.of(InetAddress.ofLiteral(text))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address alone, such as {@code 192.0.2.1} or {@code 2001:db8::1} (RFC 5952). */
  public static String text(InetAddress address) {
    return address instanceof Inet6Address v6 ? compressed(v6) : address.getHostAddress();
  }

  /** Address and port, such as {@code 192.0.2.1:25} or {@code [2001:db8::1]:25}. */
  public static String text(InetAddress address, int port) {
    return address instanceof Inet6Address
        ? "[" + text(address) + "]:" + port
        : text(address) + ":" + port;
  }

  private static String compressed(Inet6Address address) {
    byte[] b = address.getAddress();
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (b[2 * i] & 0xff) << 8 | (b[2 * i + 1] & 0xff);
    }
    Run zeros = longestZeroRun(groups);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (zeros.length() > 1 && i == zeros.start()) {
        out.append("::");
        i += zeros.length() - 1;
      } else {
        out.append(needsColon(out) ? ":" : "").append(Integer.toHexString(groups[i]));
      }
    }
    int scope = address.getScopeId();
    return scope == 0 ? out.toString() : out + "%" + scope;
  }

  private static boolean needsColon(StringBuilder out) {
    return !out.isEmpty() && out.charAt(out.length() - 1) != ':';
  }

  private static Run longestZeroRun(int[] groups) {
    Run best = new Run(0, 0);
    for (int i = 0; i < groups.length; i++) {
      int end = i;
      while (end < groups.length && groups[end] == 0) {
        end++;
      }
      if (end - i > best.length()) {
        best = new Run(i, end - i);
      }
      i = Math.max(i, end - 1);
    }
    return best;
  }

  private record Run(int start, int length) {}
}
