package dev.smtpscope.reference.tls;

/** A hash function of a suite or a signature. */
public enum Hash {
  NONE,
  MD5,
  SHA1,
  /** MD5 and SHA-1 side by side, as RSA signs before TLS 1.2. */
  MD5_SHA1,
  SHA224,
  SHA256,
  SHA384,
  SHA512,
  SM3,
  GOST;

  /** Whether collisions can be made. */
  public boolean isBroken() {
    return this == MD5 || this == SHA1 || this == MD5_SHA1;
  }
}
