package dev.smtpscope.report;

import java.util.Locale;

/** How far the conversation with one address and port got. */
public enum EndpointState {
  /** The server answered EHLO or HELO: it works. */
  OPEN,
  /** The server answered, but would not talk to us. */
  REJECTED,
  /**
   * The connection stood, but SMTP did not come about: silence, a broken handshake, another
   * protocol.
   */
  BROKEN,
  /** No connection came about. */
  CLOSED,
  /** Not tried, or broken off by us. */
  NOT_TESTED;

  /** The name used in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
