package dev.smtpscope.reference.tls;

/** What a group of a key exchange rests on. */
public enum GroupKind {
  ELLIPTIC_CURVE,
  FINITE_FIELD,
  ML_KEM,
  /** A curve and a post-quantum key encapsulation. */
  HYBRID
}
