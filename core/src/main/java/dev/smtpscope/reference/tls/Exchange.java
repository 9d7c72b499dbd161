package dev.smtpscope.reference.tls;

/** How a cipher suite agrees on keys. */
public enum Exchange {
  NULL,
  RSA,
  /** With a fixed key in the certificate. */
  DH,
  DHE,
  /** With a fixed key in the certificate. */
  ECDH,
  ECDHE,
  PSK,
  RSA_PSK,
  DHE_PSK,
  ECDHE_PSK,
  SRP,
  KRB5,
  GOST,
  ECCPWD,
  /** Left to extensions. */
  TLS_1_3;

  /** Whether the keys of past sessions outlive the loss of the server's long-lived key. */
  public boolean isForwardSecret() {
    return switch (this) {
      case DHE, ECDHE, DHE_PSK, ECDHE_PSK, SRP, ECCPWD, TLS_1_3 -> true;
      case NULL, RSA, DH, ECDH, PSK, RSA_PSK, KRB5, GOST -> false;
    };
  }

  /** Whether a short-lived key modulo a prime of the server's choice is in use. */
  public boolean isFiniteField() {
    return this == DHE || this == DHE_PSK;
  }

  /** Whether a short-lived key on a curve is in use. */
  public boolean isEllipticCurve() {
    return this == ECDHE || this == ECDHE_PSK;
  }
}
