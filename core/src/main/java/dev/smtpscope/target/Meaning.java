package dev.smtpscope.target;

import java.util.Locale;

/** What a target stands for. */
public enum Meaning {
  /** A mail server: its addresses are tested. */
  HOST,
  /** A mail domain: the servers that take its mail are tested. */
  DOMAIN,
  /** A domain if it has MX records, else a host. */
  EITHER;

  /** The name used in options and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
