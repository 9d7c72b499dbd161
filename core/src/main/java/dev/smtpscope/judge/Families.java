package dev.smtpscope.judge;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Facts;
import java.net.Inet6Address;
import java.net.InetAddress;

/** The address families as seen from here. */
public final class Families {
  private Families() {}

  /** Whether no address of the same family gave any sign of life. */
  public static boolean isSilent(InetAddress address, Facts facts) {
    return facts.endpoints().stream()
        .filter(e -> isV6(e.endpoint().address()) == isV6(address))
        .allMatch(e ->
            e.dial() instanceof DialOutcome.Unreachable
                || e.dial() instanceof DialOutcome.NotAttempted);
  }

  /** The name of the family. */
  public static String name(InetAddress address) {
    return isV6(address) ? "IPv6" : "IPv4";
  }

  private static boolean isV6(InetAddress address) {
    return address instanceof Inet6Address;
  }
}
