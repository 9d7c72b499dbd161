package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;

/**
 * What a cipher suite is made of.
 *
 * @param bits the effective bits of the key: 40 or 56 for EXPORT, 112 for 3DES, 0 for none
 * @param hash of the MAC; with an AEAD, of the key derivation
 * @param export whether it was weakened for export
 * @param since the oldest version that has it
 */
public record SuiteProperties(
    CipherSuite suite,
    Exchange exchange,
    Authentication authentication,
    BulkCipher cipher,
    int bits,
    Mode mode,
    Hash hash,
    boolean export,
    TlsVersion since) {
  public int code() {
    return suite.code();
  }

  public boolean isAnonymous() {
    return authentication == Authentication.ANONYMOUS;
  }

  /** Whether nothing is encrypted. */
  public boolean isNull() {
    return cipher == BulkCipher.NULL;
  }

  public boolean isForwardSecret() {
    return exchange.isForwardSecret();
  }

  public boolean isAead() {
    return mode.isAead();
  }

  /** Whether {@code version} has this suite. */
  public boolean isIn(TlsVersion version) {
    return switch (version) {
      case SSL_2, TLS_1_3 -> since == version;
      case SSL_3, TLS_1_0, TLS_1_1, TLS_1_2 ->
          since != TlsVersion.SSL_2 && since.compareTo(version) <= 0;
    };
  }
}
