package dev.smtpscope.crypto;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * ECDSA by Bouncy Castle, which takes a third of the JDK's time where the processor has no
 * instructions for it, and is loaded already when a handshake went before.
 */
final class EcdsaSignature {
  private static final Map<String, Supplier<Digest>> DIGESTS =
      Map.of(
          "1.2.840.10045.4.3.2", SHA256Digest::new,
          "1.2.840.10045.4.3.3", SHA384Digest::new,
          "1.2.840.10045.4.3.4", SHA512Digest::new);

  private EcdsaSignature() {}

  /** True only where it does; false for whatever else. */
  static boolean verifies(X509Certificate certificate, PublicKey key) {
    return Optional.ofNullable(DIGESTS.get(certificate.getSigAlgOID()))
        .filter(_ -> key instanceof ECPublicKey)
        .filter(digest -> verifies(certificate, key, digest.get()))
        .isPresent();
  }

  private static boolean verifies(X509Certificate certificate, PublicKey key, Digest digest) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
      if (!hasNamedCurve(info)) {
        return false;
      }
      byte[] body = certificate.getTBSCertificate();
      Signer signer = new DSADigestSigner(new ECDSASigner(), digest);
      signer.init(false, PublicKeyFactory.createKey(info));
      signer.update(body, 0, body.length);
      return signer.verifySignature(certificate.getSignature());
    } catch (CertificateException | IOException | RuntimeException e) {
      return false;
    }
  }

  /** Parameters of a peer's own making can cost much. */
  private static boolean hasNamedCurve(SubjectPublicKeyInfo info) {
    return info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier;
  }
}
