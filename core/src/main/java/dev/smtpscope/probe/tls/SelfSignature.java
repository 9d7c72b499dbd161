package dev.smtpscope.probe.tls;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Whether a certificate is signed by its own key. */
final class SelfSignature {
  /** Larger DSA parameters can make one verification take minutes. */
  private static final int MAX_DSA_BITS = 4096;

  private SelfSignature() {}

  static boolean verifies(TBSCertificate body, byte[] der) {
    return body.getIssuer().equals(body.getSubject()) && verifies(der);
  }

  private static boolean verifies(byte[] der) {
    try (InputStream in = new ByteArrayInputStream(der)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      PublicKey key = certificate.getPublicKey();
      if (key instanceof DSAPublicKey dsa && dsa.getY().bitLength() > MAX_DSA_BITS) {
        return false;
      }
      certificate.verify(key);
      return true;
    } catch (GeneralSecurityException | java.io.IOException e) {
      return false;
    }
  }
}
