package dev.smtpscope.facts;

import java.time.Duration;

/** Why a TLS handshake broke. */
public sealed interface HandshakeFailure {
  /** The server sent a fatal alert. */
  record AlertReceived(TlsAlert alert) implements HandshakeFailure {}

  /** What the server sent made us give up. */
  record AlertSent(TlsAlert alert, String detail) implements HandshakeFailure {}

  /** Nothing, or too little, came in {@code waited}. */
  record Silent(Duration waited) implements HandshakeFailure {}

  /** The server closed the connection. */
  record Closed() implements HandshakeFailure {}

  /** The connection was reset. */
  record Reset() implements HandshakeFailure {}

  /** What came is not TLS. */
  record NotTls(PeerProtocol protocol, String beginning) implements HandshakeFailure {}

  /** More than {@code limit} octets came without the handshake's end. */
  record Excessive(int limit) implements HandshakeFailure {}

  /** We broke off while waiting. */
  record Interrupted() implements HandshakeFailure {}
}
