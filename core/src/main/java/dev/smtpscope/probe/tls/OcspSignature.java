package dev.smtpscope.probe.tls;

import dev.smtpscope.crypto.CertificateSignature;
import dev.smtpscope.facts.OcspStaple.Signature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;

/** Who signed an OCSP response: the issuer, or whom it authorised (RFC 6960 section 4.2.2.2). */
final class OcspSignature {
  private static final int MAX_RESPONDERS = 5;
  private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

  private OcspSignature() {}

  static Signature of(BasicOCSPResponse response, Optional<X509Certificate> issuer)
      throws IOException {
    if (issuer.isEmpty()) {
      return Signature.UNCHECKED;
    }
    List<PublicKey> keys = new ArrayList<>(List.of(issuer.get().getPublicKey()));
    responders(response).stream()
        .filter(responder -> isAuthorised(responder, issuer.get()))
        .forEach(responder -> keys.add(responder.getPublicKey()));
    byte[] data = response.getTbsResponseData().getEncoded(ASN1Encoding.DER);
    try {
      for (PublicKey key : keys) {
        if (verifies(response, data, key)) {
          return Signature.VALID;
        }
      }
      return Signature.INVALID;
    } catch (NoSuchAlgorithmException e) {
      return Signature.UNCHECKED;
    }
  }

  /** Whether {@code issuer} issued {@code certificate}; it may be its own. */
  static boolean signed(X509Certificate issuer, X509Certificate certificate) {
    return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
        && CertificateSignature.verifies(certificate, issuer.getPublicKey());
  }

  private static boolean verifies(BasicOCSPResponse response, byte[] data, PublicKey key)
      throws NoSuchAlgorithmException {
    java.security.Signature signature =
        java.security.Signature.getInstance(
            AlgorithmNames.signature(response.getSignatureAlgorithm()));
    try {
      signature.initVerify(key);
      signature.update(data);
      return signature.verify(response.getSignature().getOctets());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean isAuthorised(X509Certificate responder, X509Certificate issuer) {
    try {
      List<String> purposes = responder.getExtendedKeyUsage();
      return purposes != null && purposes.contains(OCSP_SIGNING) && signed(issuer, responder);
    } catch (CertificateException e) {
      return false;
    }
  }

  private static List<X509Certificate> responders(BasicOCSPResponse response) throws IOException {
    List<X509Certificate> responders = new ArrayList<>();
    ASN1Sequence sent = response.getCerts();
    for (int i = 0; sent != null && i < Math.min(sent.size(), MAX_RESPONDERS); i++) {
      parse(sent.getObjectAt(i)).ifPresent(responders::add);
    }
    return responders;
  }

  private static Optional<X509Certificate> parse(ASN1Encodable certificate) throws IOException {
    byte[] der = certificate.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    try (ByteArrayInputStream in = new ByteArrayInputStream(der)) {
      return Optional.of(
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
