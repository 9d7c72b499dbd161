package dev.smtpscope.facts.audit;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import java.util.List;

/**
 * One protocol version by itself.
 *
 * @param accepted the suites the server chose, in the order it chose them: its own where {@code
 *     preference} says so
 * @param refused the codes of suites that were offered and are known not to be accepted
 */
public record VersionFacts(
    TlsVersion version,
    Trait support,
    List<CipherSuite> accepted,
    List<Integer> refused,
    Preference preference) {
  public VersionFacts {
    accepted = List.copyOf(accepted);
    refused = List.copyOf(refused);
  }
}
