package dev.smtpscope.facts.audit;

import dev.smtpscope.facts.PeerCertificate;
import java.util.List;

/**
 * Certificates that came when asked in a certain way.
 *
 * @param asked such as {@code ECDSA}, {@code RSA}, {@code no server name} or {@code unknown server
 *     name}
 * @param certificates as sent; empty when the server refused
 */
public record ServedChain(Asked asked, Trait trait, List<PeerCertificate> certificates) {
  public ServedChain {
    certificates = List.copyOf(certificates);
  }

  /** How it was asked. */
  public enum Asked {
    ECDSA,
    RSA,
    NO_NAME,
    UNKNOWN_NAME
  }
}
