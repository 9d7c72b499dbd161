package dev.smtpscope.testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Writes certificates. */
final class CertificateFactory {
  private static final ASN1ObjectIdentifier TLS_FEATURE =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
  private static final int STATUS_REQUEST = 5;
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /** Who signs: a name, and keys that need not fit together. */
  record Signer(X500Name name, PublicKey publicKey, PrivateKey key, String algorithm) {
    static Signer of(Identity issuer) {
      X509Certificate certificate = issuer.certificate();
      X500Name name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
      return new Signer(
          name, certificate.getPublicKey(), issuer.key(), algorithm(issuer.key().getAlgorithm()));
    }

    private static String algorithm(String keyAlgorithm) {
      return switch (keyAlgorithm) {
        case "RSA" -> "SHA256withRSA";
        case "EC" -> "SHA256withECDSA";
        default -> "Ed25519";
      };
    }
  }

  private final CertificateSpec.Values values;
  private final KeyPair pair;
  private final BigInteger serial;

  CertificateFactory(CertificateSpec spec, long serial) {
    this.values = spec.values();
    this.pair = values.key.pair(values.keyUse);
    this.serial = BigInteger.valueOf(serial);
  }

  Identity signedBy(Signer signer) {
    try {
      X509v3CertificateBuilder builder = builder(signer);
      addExtensions(builder, signer);
      return new Identity(sign(builder, signer), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalArgumentException("no such certificate: " + e.getMessage(), e);
    }
  }

  /** Signed with its own key. */
  Identity selfSigned() {
    return signedBy(
        new Signer(
            new X500Name(values.subject),
            pair.getPublic(),
            pair.getPrivate(),
            values.key.signature()));
  }

  private X509v3CertificateBuilder builder(Signer signer) {
    return new JcaX509v3CertificateBuilder(
        signer.name(),
        serial,
        Date.from(values.notBefore),
        Date.from(values.notAfter),
        new X500Name(values.subject),
        pair.getPublic());
  }

  private X509Certificate sign(X509v3CertificateBuilder builder, Signer signer)
      throws GeneralSecurityException, OperatorCreationException {
    String algorithm = values.signature.orElse(signer.algorithm());
    ContentSigner content =
        new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(signer.key());
    return new JcaX509CertificateConverter().getCertificate(builder.build(content));
  }

  private void addExtensions(X509v3CertificateBuilder builder, Signer signer)
      throws GeneralSecurityException, IOException {
    addBasics(builder, signer);
    addNames(builder);
    addUsages(builder);
    addAuthorityAccess(builder);
    if (values.crl.isPresent()) {
      builder.addExtension(
          Extension.cRLDistributionPoints, false, distributionPoint(values.crl.get()));
    }
    if (values.mustStaple) {
      builder.addExtension(TLS_FEATURE, false, new DERSequence(new ASN1Integer(STATUS_REQUEST)));
    }
  }

  private void addBasics(X509v3CertificateBuilder builder, Signer signer)
      throws GeneralSecurityException, IOException {
    JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(values.authority));
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(pair.getPublic()));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        utils.createAuthorityKeyIdentifier(signer.publicKey()));
  }

  private void addNames(X509v3CertificateBuilder builder) throws IOException {
    GeneralName[] names =
        Stream.concat(
                values.dnsNames.stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                values.addresses.stream().map(ip -> new GeneralName(GeneralName.iPAddress, ip)))
            .toArray(GeneralName[]::new);
    if (names.length > 0) {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
  }

  private void addUsages(X509v3CertificateBuilder builder) throws IOException {
    if (values.keyUsage != 0) {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(values.keyUsage));
    }
    if (!values.extendedKeyUsage.isEmpty()) {
      KeyPurposeId[] purposes =
          values.extendedKeyUsage.stream()
              .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
              .toArray(KeyPurposeId[]::new);
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    }
  }

  private void addAuthorityAccess(X509v3CertificateBuilder builder) throws IOException {
    AccessDescription[] access =
        Stream.concat(
                values.ocsp.stream().map(url -> access(AccessDescription.id_ad_ocsp, url)),
                values.caIssuers.stream()
                    .map(url -> access(AccessDescription.id_ad_caIssuers, url)))
            .toArray(AccessDescription[]::new);
    if (access.length > 0) {
      builder.addExtension(
          Extension.authorityInfoAccess, false, new AuthorityInformationAccess(access));
    }
  }

  private static AccessDescription access(ASN1ObjectIdentifier method, String url) {
    return new AccessDescription(method, uri(url));
  }

  private static CRLDistPoint distributionPoint(String url) {
    DistributionPointName name = new DistributionPointName(new GeneralNames(uri(url)));
    return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
  }

  private static GeneralName uri(String url) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, url);
  }
}
