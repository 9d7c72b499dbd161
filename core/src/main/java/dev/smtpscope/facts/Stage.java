package dev.smtpscope.facts;

import java.util.Locale;

/** The steps of a conversation that are timed. */
public enum Stage {
  CONNECT("connect"),
  GREETING("greeting"),
  EHLO("EHLO"),
  STARTTLS("STARTTLS"),
  HANDSHAKE("TLS handshake"),
  EHLO_IN_TLS("EHLO in TLS"),
  QUIT("QUIT");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /** The name as it stands in a sentence. */
  public String label() {
    return label;
  }

  /** The name used in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
