package dev.smtpscope.bulk.synthetic;

/** How the server at an address treats its visitors. */
enum Manner {
  /** Greets, offers STARTTLS, shakes hands. */
  WELL_BEHAVED(false),
  /** Knows no STARTTLS. */
  PLAIN(false),
  /** Greets with 421. */
  BUSY(false),
  /** Greets with 554. */
  REJECTING(false),
  /** Breaks the connection off at once. */
  RESETTING(false),
  /** Has nobody listen at its port. */
  REFUSING(false),
  /** Accepts no connection. */
  DEAD(true),
  /** Says nothing. */
  SILENT(true),
  /** Says one octet a second. */
  DRIPPING(true),
  /** Goes silent when TLS should begin. */
  STALLING(true);

  private final boolean tarpit;

  Manner(boolean tarpit) {
    this.tarpit = tarpit;
  }

  /** Whether a visitor waits there until its own time is over. */
  boolean isTarpit() {
    return tarpit;
  }
}
