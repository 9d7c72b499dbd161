package dev.smtpscope.judge.sender;

/** What becomes of a message. */
public enum Delivery {
  /** Delivered over TLS to a server that proved to be the right one. */
  AUTHENTICATED("encrypted and authenticated"),
  /** Delivered over TLS to whoever answered. */
  ENCRYPTED("encrypted"),
  /** Delivered for all on the way to read. */
  PLAIN_TEXT("in plain text"),
  /** Kept, tried again for days, returned in the end. */
  DEFERRED("deferred"),
  /** Returned at once. */
  BOUNCED("bounced"),
  /** What was seen does not tell. */
  UNKNOWN("unknown");

  private final String label;

  Delivery(String label) {
    this.label = label;
  }

  /** In a few words. */
  public String label() {
    return label;
  }

  /** Whether it is known that the message does not arrive now. */
  public boolean isRefused() {
    return this == DEFERRED || this == BOUNCED;
  }
}
