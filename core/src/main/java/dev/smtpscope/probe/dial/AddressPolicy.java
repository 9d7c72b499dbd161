package dev.smtpscope.probe.dial;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Which addresses may be dialled. It is asked for the very address of each connection, whatever a
 * name meant before.
 */
@FunctionalInterface
public interface AddressPolicy {
  /** Every address may be dialled. */
  AddressPolicy ANY = address -> Optional.empty();

  /** Why {@code address} is not dialled, in words that continue a sentence; empty if it is. */
  Optional<String> refusal(InetAddress address);
}
