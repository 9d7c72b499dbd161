package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.text.DistinguishedName;
import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.TBSCertificate;

/**
 * Reads certificates as a hostile peer may send them. Whatever the bytes are, the answer comes at
 * once and no exception is thrown; what is no X.509 certificate, or is larger than {@value
 * #MAX_LENGTH} octets, has no details. Stateless; safe for all threads.
 */
public final class CertificateReader {
  /** Longer certificates are kept but not read. */
  public static final int MAX_LENGTH = 100_000;

  private static final int MAX_TEXT = 1000;
  private static final int MAX_COMMON_NAMES = 20;
  private static final ASN1ObjectIdentifier COMMON_NAME = new ASN1ObjectIdentifier("2.5.4.3");

  private CertificateReader() {}

  /** What {@code der} says. */
  public static PeerCertificate read(byte[] der) {
    return new PeerCertificate(Bytes.of(der), sha256(der), details(der));
  }

  private static Optional<CertificateDetails> details(byte[] der) {
    if (der.length > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(details(Certificate.getInstance(der), der));
    } catch (RuntimeException | IOException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static CertificateDetails details(Certificate certificate, byte[] der)
      throws IOException {
    TBSCertificate body = certificate.getTBSCertificate();
    byte[] spki = body.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER);
    CertificateExtensions extensions = new CertificateExtensions(body.getExtensions());
    return new CertificateDetails(
        distinguishedName(body.getSubject()),
        commonNames(body.getSubject()),
        distinguishedName(body.getIssuer()),
        extensions.alternativeNames(),
        serial(body),
        CertificateTime.instant(body.getStartDate()),
        CertificateTime.instant(body.getEndDate()),
        KeyReader.read(body.getSubjectPublicKeyInfo()),
        AlgorithmNames.signature(certificate.getSignatureAlgorithm()),
        extensions.keyUsages(),
        extensions.extendedKeyUsages(),
        extensions.isAuthority(),
        SelfSignature.verifies(body, der),
        extensions.mustStaple(),
        sha256(spki),
        extensions.ocspUrls(),
        extensions.crlUrls(),
        extensions.issuerUrls(),
        extensions.embeddedScts());
  }

  private static String serial(TBSCertificate body) {
    return bounded(body.getSerialNumber().getValue().toString(16));
  }

  private static String distinguishedName(X500Name name) throws IOException {
    return DistinguishedName.of(new X500Principal(name.getEncoded(ASN1Encoding.DER)));
  }

  private static List<String> commonNames(X500Name name) {
    List<String> names = new ArrayList<>();
    ASN1Sequence parts = ASN1Sequence.getInstance(name.toASN1Primitive());
    for (ASN1Encodable part : parts) {
      for (ASN1Encodable attribute : ASN1Set.getInstance(part)) {
        ASN1Sequence pair = ASN1Sequence.getInstance(attribute);
        if (COMMON_NAME.equals(pair.getObjectAt(0))
            && pair.getObjectAt(1) instanceof ASN1String value) {
          names.add(bounded(Visible.ofText(value.getString())));
        }
      }
    }
    return names.reversed().stream().limit(MAX_COMMON_NAMES).toList();
  }

  static String bounded(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
