package dev.smtpscope.testkit;

/** The point of a session at which a {@link Fault} strikes. */
public enum At {
  /** The connection is accepted and nothing has been said. */
  CONNECT,
  /** The greeting on an unencrypted connection. */
  GREETING,
  /** The reply to EHLO on an unencrypted connection. */
  EHLO,
  /** The reply to STARTTLS. */
  STARTTLS,
  /** The server's part of the TLS handshake, after STARTTLS or at once. */
  HANDSHAKE,
  /** The greeting inside implicit TLS. */
  GREETING_IN_TLS,
  /** The reply to EHLO inside TLS. */
  EHLO_IN_TLS,
  /** The reply to QUIT, inside TLS or not. */
  QUIT
}
