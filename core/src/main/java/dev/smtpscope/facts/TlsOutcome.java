package dev.smtpscope.facts;

import java.util.List;
import java.util.Optional;

/** How the attempt to get TLS ended. */
public sealed interface TlsOutcome {
  /** The conversation did not get so far; whether TLS works is not known. */
  record NotReached(String why) implements TlsOutcome {}

  /** The user asked for no TLS. */
  record NotWanted() implements TlsOutcome {}

  /** EHLO (or HELO) succeeded and STARTTLS was not among the capabilities. */
  record NotOffered() implements TlsOutcome {}

  /** STARTTLS was offered, but not answered with 220. */
  record Refused(Answer answer) implements TlsOutcome {}

  /**
   * The handshake broke.
   *
   * @param version where the server had chosen one
   * @param certificates where the server had sent them
   */
  record Failed(
      HandshakeFailure failure, Optional<TlsVersion> version, List<PeerCertificate> certificates)
      implements TlsOutcome {
    public Failed {
      certificates = List.copyOf(certificates);
    }
  }

  /** The handshake succeeded. Certificates are not judged in it. */
  record Established(TlsSession session) implements TlsOutcome {}
}
