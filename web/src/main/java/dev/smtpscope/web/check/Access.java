package dev.smtpscope.web.check;

import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.SpecialAddresses;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be dialled.
 *
 * @param ports empty for all
 */
public record Access(AddressPolicy addresses, Set<Integer> ports) {
  /** Everything, for a service that only its owner reaches. */
  public static final Access ALL = new Access(AddressPolicy.ANY, Set.of());

  /**
   * Hosts of the public Internet, on ports that mail is known to be taken at: the registered ones,
   * and 26, 2465, 2525, 2526 and 2587, which providers use as second doors.
   */
  public static final Access PUBLIC =
      new Access(Access::notPublic, Set.of(25, 26, 465, 587, 2465, 2525, 2526, 2587));

  public Access {
    ports = Collections.unmodifiableSet(new TreeSet<>(ports));
  }

  /** Whether {@code port} may be dialled. */
  public boolean allows(int port) {
    return ports.isEmpty() || ports.contains(port);
  }

  private static Optional<String> notPublic(InetAddress address) {
    return SpecialAddresses.kind(address)
        .map(kind ->
            Addresses.text(address)
                + " is "
                + kind
                + "; only hosts of the public Internet are tested here");
  }
}
