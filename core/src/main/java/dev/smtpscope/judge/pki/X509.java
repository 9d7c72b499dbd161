package dev.smtpscope.judge.pki;

import dev.smtpscope.crypto.CertificateSignature;
import java.io.ByteArrayInputStream;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Certificates as the JDK reads them. Where it lacks a curve (brainpool, secp256k1) Bouncy Castle
 * takes over, loaded only then and never registered.
 */
public final class X509 {
  private static final String SUBJECT_KEY_ID = "2.5.29.14";
  private static final String AUTHORITY_KEY_ID = "2.5.29.35";

  private X509() {}

  /** The other provider, made on first use. */
  private static final class Fallback {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }

  /** The certificate that {@code der} holds; empty where it can't be read. */
  public static Optional<X509Certificate> parse(byte[] der) {
    try {
      return Optional.of(parse(CertificateFactory.getInstance("X.509"), der));
    } catch (CertificateException e) {
      return parseOtherwise(der);
    }
  }

  private static Optional<X509Certificate> parseOtherwise(byte[] der) {
    try {
      return Optional.of(parse(CertificateFactory.getInstance("X.509", Fallback.PROVIDER), der));
    } catch (CertificateException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static X509Certificate parse(CertificateFactory factory, byte[] der)
      throws CertificateException {
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
  }

  static boolean isSelfSigned(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())
        && isSignedBy(certificate, certificate);
  }

  static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    return CertificateSignature.verifies(certificate, issuer.getPublicKey());
  }

  /** Whether both say which key signed, and say different ones. */
  static boolean keyIdsDiffer(X509Certificate certificate, X509Certificate issuer) {
    try {
      Optional<String> wanted =
          extension(certificate, AUTHORITY_KEY_ID).flatMap(X509::authorityKey);
      Optional<String> has = extension(issuer, SUBJECT_KEY_ID).flatMap(X509::subjectKey);
      return wanted.isPresent() && has.isPresent() && !wanted.equals(has);
    } catch (RuntimeException malformed) {
      return false;
    }
  }

  private static Optional<String> authorityKey(byte[] extension) {
    return Optional.ofNullable(
            AuthorityKeyIdentifier.getInstance(extension).getKeyIdentifierOctets())
        .map(HexFormat.of()::formatHex);
  }

  private static Optional<String> subjectKey(byte[] extension) {
    byte[] id = ASN1OctetString.getInstance(extension).getOctets();
    return Optional.of(HexFormat.of().formatHex(id));
  }

  private static Optional<byte[]> extension(X509Certificate certificate, String oid) {
    return Optional.ofNullable(certificate.getExtensionValue(oid))
        .map(value -> ASN1OctetString.getInstance(value).getOctets());
  }
}
