package dev.smtpscope.judge.audit;

import java.util.List;
import java.util.Optional;

/**
 * A letter in the manner of SSL Labs, from A to F, or T where the certificate is not trusted.
 *
 * @param letter the worst of the caps, A without any; empty where a fact it rests on is not known
 * @param caps what keeps it from an A, the worst first
 * @param missing why there is none
 */
public record Grade(Optional<Letter> letter, List<Cap> caps, List<String> missing) {
  public Grade {
    caps = List.copyOf(caps);
    missing = List.copyOf(missing);
  }

  /** The letters, the best first. */
  public enum Letter {
    A,
    B,
    C,
    F,
    T
  }

  /** No better than {@code letter}, because of {@code reason}. */
  public record Cap(Letter letter, String reason) {}
}
