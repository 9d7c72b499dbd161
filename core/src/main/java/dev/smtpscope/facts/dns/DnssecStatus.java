package dev.smtpscope.facts.dns;

/** What DNSSEC says of an answer (RFC 4033 section 5), from the best to the worst. */
public enum DnssecStatus {
  /** Signed, and the chain of trust holds. */
  SECURE,
  /** Proven to be outside of what is signed. */
  INSECURE,
  /** Not known: no trust anchor, or the data to decide by could not be had. */
  INDETERMINATE,
  /** Should be signed, and the proof fails. */
  BOGUS;

  /** The worse of the two: a chain is as good as its weakest link. */
  public DnssecStatus and(DnssecStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
