package dev.smtpscope.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Whether a certificate is signed with a key (RFC 5280 section 6.1.3). The verdict is the JDK's;
 * where it lacks a curve (brainpool, secp256k1) or finds a key too small, Bouncy Castle's. Who is
 * faster is asked before, and believed only when the answer is yes. Stateless; for all threads.
 */
public final class CertificateSignature {
  /** Larger DSA parameters can make one verification take minutes. */
  private static final int MAX_DSA_BITS = 4096;

  private static final int MOST = 1_000;

  /** Those of authorities, which come with the certificates of thousands of servers. */
  private static final Cache<Signed, Boolean> KNOWN =
      Caffeine.newBuilder().maximumSize(MOST).build();

  private CertificateSignature() {}

  private record Signed(X509Certificate certificate, PublicKey key) {}

  /** The other provider, made on first use. */
  private static final class Fallback {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }

  /** Whether the signature of {@code certificate} verifies with {@code key}. */
  public static boolean verifies(X509Certificate certificate, PublicKey key) {
    return certificate.getBasicConstraints() < 0
        ? check(certificate, key)
        : KNOWN.get(new Signed(certificate, key), _ -> check(certificate, key));
  }

  private static boolean check(X509Certificate certificate, PublicKey key) {
    return !isOutsize(key)
        && (verifiesNatively(certificate, key)
            || EcdsaSignature.verifies(certificate, key)
            || verifiesAnyway(certificate, key));
  }

  private static boolean isOutsize(PublicKey key) {
    return key instanceof DSAPublicKey dsa && dsa.getParams().getP().bitLength() > MAX_DSA_BITS;
  }

  private static boolean verifiesNatively(X509Certificate certificate, PublicKey key) {
    return NativeCrypto.provider().filter(by -> verifies(certificate, key, by)).isPresent();
  }

  private static boolean verifies(X509Certificate certificate, PublicKey key, Provider by) {
    try {
      certificate.verify(key, by);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static boolean verifiesAnyway(X509Certificate certificate, PublicKey key) {
    try {
      verify(certificate, key);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static void verify(X509Certificate certificate, PublicKey key)
      throws GeneralSecurityException {
    try {
      certificate.verify(key);
    } catch (InvalidKeyException | NoSuchAlgorithmException e) {
      certificate.verify(key, Fallback.PROVIDER);
    }
  }
}
