package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.CertificateDetails.AlternativeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;

/** The extensions that matter here, read straight from their ASN.1. */
final class CertificateExtensions {
  private static final int MAX_URLS = 20;
  private static final int MAX_USAGES = 100;
  private static final int STATUS_REQUEST = 5;
  private static final ASN1ObjectIdentifier TLS_FEATURE =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
  private static final ASN1ObjectIdentifier SCT_LIST =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
  private static final ASN1ObjectIdentifier OCSP = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1");
  private static final ASN1ObjectIdentifier CA_ISSUERS =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.2");

  private static final List<String> KEY_USAGES =
      List.of(
          "digitalSignature",
          "nonRepudiation",
          "keyEncipherment",
          "dataEncipherment",
          "keyAgreement",
          "keyCertSign",
          "cRLSign",
          "encipherOnly",
          "decipherOnly");

  private static final Map<String, String> EXTENDED_KEY_USAGES =
      Map.of(
          "2.5.29.37.0", "anyExtendedKeyUsage",
          "1.3.6.1.5.5.7.3.1", "serverAuth",
          "1.3.6.1.5.5.7.3.2", "clientAuth",
          "1.3.6.1.5.5.7.3.3", "codeSigning",
          "1.3.6.1.5.5.7.3.4", "emailProtection",
          "1.3.6.1.5.5.7.3.8", "timeStamping",
          "1.3.6.1.5.5.7.3.9", "OCSPSigning");

  private final @Nullable Extensions extensions;

  CertificateExtensions(@Nullable Extensions extensions) {
    this.extensions = extensions;
  }

  List<AlternativeName> alternativeNames() {
    return elements(Extension.subjectAlternativeName)
        .limit(CertificateDetails.MAX_NAMES)
        .map(name -> GeneralNames.read(ASN1TaggedObject.getInstance(name)))
        .toList();
  }

  List<String> keyUsages() {
    return value(Extension.keyUsage).map(ASN1BitString::getInstance).stream()
        .flatMap(bits ->
            IntStream.range(0, KEY_USAGES.size())
                .filter(i -> isSet(bits, i))
                .mapToObj(KEY_USAGES::get))
        .toList();
  }

  private static boolean isSet(ASN1BitString bits, int index) {
    byte[] octets = bits.getBytes();
    return index / 8 < octets.length && (octets[index / 8] & 0x80 >> index % 8) != 0;
  }

  List<String> extendedKeyUsages() {
    return elements(Extension.extendedKeyUsage)
        .limit(MAX_USAGES)
        .map(oid -> ASN1ObjectIdentifier.getInstance(oid).getId())
        .map(oid -> EXTENDED_KEY_USAGES.getOrDefault(oid, oid))
        .toList();
  }

  boolean isAuthority() {
    return elements(Extension.basicConstraints)
        .anyMatch(e -> e instanceof ASN1Boolean flag && flag.isTrue());
  }

  boolean mustStaple() {
    return elements(TLS_FEATURE)
        .anyMatch(e -> e instanceof ASN1Integer feature && feature.hasValue(STATUS_REQUEST));
  }

  List<String> ocspUrls() {
    return accessUrls(OCSP);
  }

  List<String> issuerUrls() {
    return accessUrls(CA_ISSUERS);
  }

  private List<String> accessUrls(ASN1ObjectIdentifier method) {
    return elements(Extension.authorityInfoAccess)
        .map(ASN1Sequence::getInstance)
        .filter(access -> method.equals(access.getObjectAt(0)))
        .flatMap(access -> GeneralNames.url(access.getObjectAt(1)).stream())
        .limit(MAX_URLS)
        .toList();
  }

  List<String> crlUrls() {
    return elements(Extension.cRLDistributionPoints)
        .map(ASN1Sequence::getInstance)
        .flatMap(point -> GeneralNames.urlsOfPoint(point).stream())
        .limit(MAX_URLS)
        .toList();
  }

  /** Counts the items of an RFC 6962 list: each a two-octet length and as many octets. */
  int embeddedScts() {
    byte[] list =
        value(SCT_LIST).map(v -> ASN1OctetString.getInstance(v).getOctets()).orElse(new byte[0]);
    int count = 0;
    int at = 2;
    while (at + 2 <= list.length) {
      at += 2 + ((list[at] & 0xff) << 8 | (list[at + 1] & 0xff));
      count += at <= list.length ? 1 : 0;
    }
    return count;
  }

  private Stream<ASN1Encodable> elements(ASN1ObjectIdentifier oid) {
    return value(oid).map(ASN1Sequence::getInstance).stream()
        .flatMap(sequence -> StreamSupport.stream(sequence.spliterator(), false));
  }

  private Optional<ASN1Encodable> value(ASN1ObjectIdentifier oid) {
    return Optional.ofNullable(extensions)
        .flatMap(all -> Optional.ofNullable(all.getExtensionParsedValue(oid)));
  }
}
