package dev.smtpscope.facts;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** How the host's name was turned into addresses. */
public sealed interface Lookup {
  /** The target was an address. */
  record Literal(InetAddress address) implements Lookup {}

  /** At least one address was found. */
  record Found(List<InetAddress> addresses, Duration elapsed) implements Lookup {
    public Found {
      addresses = List.copyOf(addresses);
    }
  }

  /** The resolver answered that there is no address. */
  record NotFound(String detail, Duration elapsed) implements Lookup {}

  /** The resolver did not answer, or failed; whether the name exists is not known. */
  record Failed(String detail, Duration elapsed) implements Lookup {}
}
