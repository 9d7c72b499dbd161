package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.TlsOutcome;

/** How the attempt to get TLS ended, in one word. */
public enum TlsState {
  ESTABLISHED,
  /** The handshake broke. */
  FAILED,
  /** STARTTLS was offered and not granted. */
  REFUSED,
  NOT_OFFERED,
  NOT_WANTED,
  /** The conversation did not get so far. */
  NOT_REACHED;

  static TlsState of(TlsOutcome tls) {
    return switch (tls) {
      case TlsOutcome.Established established -> ESTABLISHED;
      case TlsOutcome.Failed failed -> FAILED;
      case TlsOutcome.Refused refused -> REFUSED;
      case TlsOutcome.NotOffered none -> NOT_OFFERED;
      case TlsOutcome.NotWanted none -> NOT_WANTED;
      case TlsOutcome.NotReached none -> NOT_REACHED;
    };
  }

  /** Whether it was seen that the server has TLS on offer, working or not. */
  public boolean isOffered() {
    return this == ESTABLISHED || this == FAILED || this == REFUSED;
  }

  /** Whether it was seen if the server has TLS on offer. */
  public boolean isKnown() {
    return isOffered() || this == NOT_OFFERED;
  }
}
