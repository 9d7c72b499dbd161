package dev.smtpscope.reference.tls;

/** How a cipher suite has the server prove who it is. */
public enum Authentication {
  NULL,
  RSA,
  DSS,
  ECDSA,
  /** Not at all. */
  ANONYMOUS,
  PSK,
  PASSWORD,
  KRB5,
  GOST,
  /** Left to extensions. */
  TLS_1_3;

  /** Whether a ServerKeyExchange carries a signature. */
  public boolean signs() {
    return this == RSA || this == DSS || this == ECDSA;
  }
}
