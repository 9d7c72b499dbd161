package dev.smtpscope.scan;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Which of a host's addresses to test.
 *
 * @param only this one instead of those the lookup gives
 * @param cap at most so many, at least 1
 */
public record AddressFilter(Family family, Optional<InetAddress> only, int cap) {
  /** Both families, at most 16 addresses. */
  public static final AddressFilter STANDARD = new AddressFilter(Family.ANY, Optional.empty(), 16);

  /** IP versions. */
  public enum Family {
    ANY,
    V4,
    V6
  }
}
