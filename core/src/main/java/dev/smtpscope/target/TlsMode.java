package dev.smtpscope.target;

import java.util.Locale;

/** When TLS begins on a connection. */
public enum TlsMode {
  /** After a STARTTLS command (RFC 3207). */
  STARTTLS,
  /** With the first byte (RFC 8314). */
  IMPLICIT,
  /** Never; the dialogue stays in plain text. */
  NONE;

  /** The name used in options and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
