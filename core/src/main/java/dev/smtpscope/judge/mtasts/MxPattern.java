package dev.smtpscope.judge.mtasts;

import dev.smtpscope.target.HostName;
import java.util.Optional;

/**
 * The name of MX hosts that a policy allows (RFC 8461 section 4.1).
 *
 * @param domain the name, or with {@code wildcard} what follows its one left-most label
 */
public record MxPattern(boolean wildcard, HostName domain) {
  /** The pattern for one host. */
  public static MxPattern of(HostName host) {
    return new MxPattern(false, host);
  }

  /** The pattern that is written so, {@code mail.example.org} or {@code *.example.org}. */
  static Optional<MxPattern> parse(String text) {
    boolean wildcard = text.startsWith("*.");
    try {
      return Optional.of(
          new MxPattern(wildcard, new HostName(wildcard ? text.substring(2) : text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Whether {@code host} fits. */
  public boolean covers(HostName host) {
    if (!wildcard) {
      return domain.equals(host);
    }
    int dot = host.ascii().indexOf('.');
    return dot > 0 && host.ascii().substring(dot + 1).equals(domain.ascii());
  }

  @Override
  public String toString() {
    return (wildcard ? "*." : "") + domain;
  }
}
