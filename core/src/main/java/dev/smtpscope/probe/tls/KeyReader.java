package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.CertificateDetails.PublicKeyInfo;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Kind and size of public keys. */
final class KeyReader {
  private KeyReader() {}

  static PublicKeyInfo read(SubjectPublicKeyInfo info) {
    String algorithm = AlgorithmNames.key(info.getAlgorithm().getAlgorithm());
    return switch (algorithm) {
      case "RSA", "RSASSA-PSS" -> new PublicKeyInfo(algorithm, rsaBits(info), Optional.empty());
      case "DSA" -> new PublicKeyInfo(algorithm, dsaBits(info), Optional.empty());
      case "EC" -> ellipticCurve(info);
      case "Ed25519" -> new PublicKeyInfo(algorithm, 256, Optional.of(algorithm));
      case "Ed448" -> new PublicKeyInfo(algorithm, 456, Optional.of(algorithm));
      default -> new PublicKeyInfo(algorithm, 0, Optional.empty());
    };
  }

  private static int rsaBits(SubjectPublicKeyInfo info) {
    byte[] key = info.getPublicKeyData().getOctets();
    return bits(ASN1Sequence.getInstance(key).getObjectAt(0));
  }

  private static int dsaBits(SubjectPublicKeyInfo info) {
    return info.getAlgorithm().getParameters() instanceof ASN1Sequence parameters
        ? bits(parameters.getObjectAt(0))
        : 0;
  }

  private static int bits(ASN1Encodable integer) {
    return ASN1Integer.getInstance(integer).getPositiveValue().bitLength();
  }

  private static PublicKeyInfo ellipticCurve(SubjectPublicKeyInfo info) {
    AlgorithmNames.Curve curve = AlgorithmNames.curve(info.getAlgorithm().getParameters());
    return new PublicKeyInfo("EC", curve.bits(), Optional.of(curve.name()));
  }
}
