package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.PeerCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.Certificate;

/** The certificate that a staple should be about, and its issuer where that was sent too. */
final class OcspSubject {
  private static final int MAX_CANDIDATES = 10;

  private final Optional<Certificate> leaf;
  private final Optional<X509Certificate> issuer;

  OcspSubject(List<PeerCertificate> sent) {
    this.leaf =
        sent.stream()
            .findFirst()
            .filter(first -> first.details().isPresent())
            .map(first -> Certificate.getInstance(first.der().toArray()));
    List<X509Certificate> candidates =
        sent.stream().limit(MAX_CANDIDATES).flatMap(c -> parse(c).stream()).toList();
    this.issuer =
        sent.stream()
            .findFirst()
            .flatMap(OcspSubject::parse)
            .flatMap(first ->
                candidates.stream()
                    .filter(other -> OcspSignature.signed(other, first))
                    .findFirst());
  }

  Optional<X509Certificate> issuer() {
    return issuer;
  }

  /** The issuer's key counts only where the issuer is known. */
  boolean isMeantBy(CertID id) {
    return leaf.isPresent()
        && id.getSerialNumber().equals(leaf.get().getSerialNumber())
        && sameIssuer(id, leaf.get());
  }

  private boolean sameIssuer(CertID id, Certificate certificate) {
    try {
      MessageDigest digest =
          MessageDigest.getInstance(id.getHashAlgorithm().getAlgorithm().getId());
      byte[] name = digest.digest(certificate.getIssuer().getEncoded(ASN1Encoding.DER));
      return Arrays.equals(name, id.getIssuerNameHash().getOctets())
          && issuer.map(known -> hasKey(known, id, digest)).orElse(true);
    } catch (NoSuchAlgorithmException | IOException e) {
      return false;
    }
  }

  private static boolean hasKey(X509Certificate issuer, CertID id, MessageDigest digest) {
    byte[] key =
        org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(
                issuer.getPublicKey().getEncoded())
            .getPublicKeyData()
            .getOctets();
    return Arrays.equals(digest.digest(key), id.getIssuerKeyHash().getOctets());
  }

  private static Optional<X509Certificate> parse(PeerCertificate certificate) {
    try (ByteArrayInputStream in = new ByteArrayInputStream(certificate.der().toArray())) {
      return Optional.of(
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
    } catch (GeneralSecurityException | IOException e) {
      return Optional.empty();
    }
  }
}
