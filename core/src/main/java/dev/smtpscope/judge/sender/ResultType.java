package dev.smtpscope.judge.sender;

import java.util.Locale;

/** Why a sender could not make the TLS connection that it wanted (RFC 8460 section 4.3). */
public enum ResultType {
  STARTTLS_NOT_SUPPORTED,
  CERTIFICATE_HOST_MISMATCH,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_TRUSTED,
  VALIDATION_FAILURE,
  TLSA_INVALID,
  DNSSEC_INVALID,
  DANE_REQUIRED,
  STS_POLICY_FETCH_ERROR,
  STS_POLICY_INVALID,
  STS_WEBPKI_INVALID;

  /** The name that reports between mail servers use, such as {@code starttls-not-supported}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
