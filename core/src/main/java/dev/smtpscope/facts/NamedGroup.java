package dev.smtpscope.facts;

import java.util.OptionalInt;

/**
 * The group of a key exchange.
 *
 * @param code its number in the IANA registry; -1 for a prime of the server's own
 * @param name its name there
 * @param dhBits the prime's size for finite-field groups
 */
public record NamedGroup(int code, String name, OptionalInt dhBits) {
  /** Whether the group is a post-quantum hybrid or pure ML-KEM. */
  public boolean isPostQuantum() {
    return name.contains("MLKEM");
  }
}
