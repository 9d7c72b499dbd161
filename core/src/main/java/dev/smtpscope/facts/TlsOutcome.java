package dev.smtpscope.facts;

import java.util.List;
import java.util.Optional;

/** How the attempt to get TLS ended. */
public sealed interface TlsOutcome {
  /** The conversation did not get so far; whether TLS works is not known. */
  record NotReached(String why) implements TlsOutcome {}

  /** The user asked for no TLS. */
  record NotWanted() implements TlsOutcome {}

  /** EHLO succeeded and STARTTLS was not among the capabilities. */
  record NotOffered() implements TlsOutcome {}

  /**
   * STARTTLS was not answered with 220. It was offered, or a middlebox had overwritten the
   * capabilities and it was tried all the same.
   */
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
  record Established(TlsSession session) implements TlsOutcome {
    @Override
    public List<PeerCertificate> certificates() {
      return session.certificates();
    }
  }

  /** The certificates that the server sent, leaf first by the protocol's rule. */
  default List<PeerCertificate> certificates() {
    return List.of();
  }
}
