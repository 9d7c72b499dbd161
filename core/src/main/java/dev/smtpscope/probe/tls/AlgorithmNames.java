package dev.smtpscope.probe.tls;

import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** Names of the algorithms and curves met in certificates; others keep their OID. */
final class AlgorithmNames {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("1.2.840.113549.1.1.1", "RSA"),
          Map.entry("1.2.840.113549.1.1.10", "RSASSA-PSS"),
          Map.entry("1.2.840.10040.4.1", "DSA"),
          Map.entry("1.2.840.10045.2.1", "EC"),
          Map.entry("1.3.101.112", "Ed25519"),
          Map.entry("1.3.101.113", "Ed448"),
          Map.entry("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
          Map.entry("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
          Map.entry("2.16.840.1.101.3.4.3.19", "ML-DSA-87"));

  private static final Map<String, String> SIGNATURES =
      Map.ofEntries(
          Map.entry("1.2.840.113549.1.1.2", "MD2withRSA"),
          Map.entry("1.2.840.113549.1.1.4", "MD5withRSA"),
          Map.entry("1.2.840.113549.1.1.5", "SHA1withRSA"),
          Map.entry("1.3.14.3.2.29", "SHA1withRSA"),
          Map.entry("1.2.840.113549.1.1.11", "SHA256withRSA"),
          Map.entry("1.2.840.113549.1.1.12", "SHA384withRSA"),
          Map.entry("1.2.840.113549.1.1.13", "SHA512withRSA"),
          Map.entry("1.2.840.113549.1.1.14", "SHA224withRSA"),
          Map.entry("1.2.840.10040.4.3", "SHA1withDSA"),
          Map.entry("2.16.840.1.101.3.4.3.2", "SHA256withDSA"),
          Map.entry("1.2.840.10045.4.1", "SHA1withECDSA"),
          Map.entry("1.2.840.10045.4.3.1", "SHA224withECDSA"),
          Map.entry("1.2.840.10045.4.3.2", "SHA256withECDSA"),
          Map.entry("1.2.840.10045.4.3.3", "SHA384withECDSA"),
          Map.entry("1.2.840.10045.4.3.4", "SHA512withECDSA"));

  private static final Map<String, String> DIGESTS =
      Map.of(
          "1.3.14.3.2.26", "SHA1",
          "2.16.840.1.101.3.4.2.1", "SHA256",
          "2.16.840.1.101.3.4.2.2", "SHA384",
          "2.16.840.1.101.3.4.2.3", "SHA512");

  private static final Map<String, Curve> CURVES =
      Map.ofEntries(
          Map.entry("1.2.840.10045.3.1.1", new Curve("secp192r1", 192)),
          Map.entry("1.3.132.0.33", new Curve("secp224r1", 224)),
          Map.entry("1.2.840.10045.3.1.7", new Curve("secp256r1", 256)),
          Map.entry("1.3.132.0.10", new Curve("secp256k1", 256)),
          Map.entry("1.3.132.0.34", new Curve("secp384r1", 384)),
          Map.entry("1.3.132.0.35", new Curve("secp521r1", 521)),
          Map.entry("1.3.36.3.3.2.8.1.1.7", new Curve("brainpoolP256r1", 256)),
          Map.entry("1.3.36.3.3.2.8.1.1.11", new Curve("brainpoolP384r1", 384)),
          Map.entry("1.3.36.3.3.2.8.1.1.13", new Curve("brainpoolP512r1", 512)));

  private static final String PSS = "1.2.840.113549.1.1.10";

  private AlgorithmNames() {}

  /** A curve; 0 bits when it is not known. */
  record Curve(String name, int bits) {}

  static String key(ASN1ObjectIdentifier oid) {
    return KEYS.getOrDefault(oid.getId(), oid.getId());
  }

  static Curve curve(@Nullable ASN1Encodable parameters) {
    return parameters instanceof ASN1ObjectIdentifier oid
        ? CURVES.getOrDefault(oid.getId(), new Curve(oid.getId(), 0))
        : new Curve("explicit parameters", 0);
  }

  static String signature(AlgorithmIdentifier algorithm) {
    String oid = algorithm.getAlgorithm().getId();
    return oid.equals(PSS)
        ? pssDigest(algorithm.getParameters()) + "withRSAandMGF1"
        : SIGNATURES.getOrDefault(oid, KEYS.getOrDefault(oid, oid));
  }

  /** The hash is the first parameter, tagged 0; SHA-1 when left out (RFC 4055 section 3.1). */
  private static String pssDigest(@Nullable ASN1Encodable parameters) {
    if (parameters instanceof ASN1Sequence sequence
        && sequence.size() > 0
        && sequence.getObjectAt(0) instanceof ASN1TaggedObject first
        && first.hasContextTag(0)) {
      AlgorithmIdentifier hash = AlgorithmIdentifier.getInstance(first, true);
      String oid = hash.getAlgorithm().getId();
      return DIGESTS.getOrDefault(oid, oid);
    }
    return "SHA1";
  }
}
