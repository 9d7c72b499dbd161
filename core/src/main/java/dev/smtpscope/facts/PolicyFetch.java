package dev.smtpscope.facts;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of fetching an MTA-STS policy over HTTPS (RFC 8461 section 3.3). */
public sealed interface PolicyFetch {
  /** The largest policy that is read, in octets. */
  int MAX_OCTETS = 64 * 1024;

  /** The TLS session, where a handshake succeeded. */
  default Optional<TlsSession> session() {
    return switch (this) {
      case NotTried none -> Optional.empty();
      case NoAddress none -> Optional.empty();
      case NotConnected none -> Optional.empty();
      case NoTls none -> Optional.empty();
      case NoAnswer answer -> Optional.of(answer.tlsSession());
      case Answered answer -> Optional.of(answer.tlsSession());
    };
  }

  /** It was not tried, because of {@code why}. */
  record NotTried(String why) implements PolicyFetch {}

  /** No address of the policy's host could be used. */
  record NoAddress(Lookup lookup) implements PolicyFetch {}

  /** No connection, or it broke before TLS. */
  record NotConnected(InetAddress address, DialOutcome dial, Duration elapsed)
      implements PolicyFetch {}

  /** The handshake failed. */
  record NoTls(InetAddress address, TlsOutcome tls, Duration elapsed) implements PolicyFetch {}

  /** Inside TLS came no whole HTTP answer. */
  record NoAnswer(InetAddress address, TlsSession tlsSession, String detail, Duration elapsed)
      implements PolicyFetch {}

  /**
   * An HTTP answer. Whether the session's certificate and the content may be trusted is for
   * judgement.
   *
   * @param status of HTTP, 100 to 599
   * @param contentType in visible form; empty when none was given
   * @param lines of the body in visible form, without their ends; empty unless the status is 200
   * @param truncated whether the body went on beyond {@link #MAX_OCTETS}
   */
  record Answered(
      InetAddress address,
      TlsSession tlsSession,
      int status,
      String contentType,
      List<String> lines,
      boolean truncated,
      Duration elapsed)
      implements PolicyFetch {
    public Answered {
      lines = List.copyOf(lines);
    }
  }
}
