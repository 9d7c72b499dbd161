package dev.smtpscope.probe.tls;

import dev.smtpscope.crypto.CertificateSignature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Whether a certificate is signed by its own key. */
final class SelfSignature {
  private SelfSignature() {}

  static boolean verifies(TBSCertificate body, byte[] der) {
    return body.getIssuer().equals(body.getSubject()) && verifies(der);
  }

  private static boolean verifies(byte[] der) {
    try (InputStream in = new ByteArrayInputStream(der)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      return CertificateSignature.verifies(certificate, certificate.getPublicKey());
    } catch (CertificateException | IOException e) {
      return false;
    }
  }
}
