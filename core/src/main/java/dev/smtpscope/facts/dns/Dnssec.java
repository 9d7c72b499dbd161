package dev.smtpscope.facts.dns;

/**
 * The DNSSEC status of an answer.
 *
 * @param reason in words; empty when the answer is secure
 */
public record Dnssec(DnssecStatus status, String reason, Validation validation) {
  public boolean isSecure() {
    return status == DnssecStatus.SECURE;
  }

  public boolean isBogus() {
    return status == DnssecStatus.BOGUS;
  }
}
