package dev.smtpscope.probe.tls;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extension;

/**
 * Counts signed certificate timestamps (RFC 6962 section 3.3) wherever a server may deliver them.
 */
final class Timestamps {
  private static final ASN1ObjectIdentifier IN_OCSP =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.5");

  private Timestamps() {}

  static int count(Observations observations) {
    int embedded =
        observations.certificates.stream()
            .findFirst()
            .flatMap(leaf -> leaf.details())
            .map(details -> details.embeddedScts())
            .orElse(0);
    return embedded
        + observations.sctList.map(Timestamps::inList).orElse(0)
        + observations.staple.map(Timestamps::inStaple).orElse(0);
  }

  /** The entries of a SignedCertificateTimestampList; those before a broken one are counted. */
  static int inList(byte[] list) {
    int count = 0;
    int at = 2;
    while (at + 2 <= list.length) {
      at += 2 + ((list[at] & 0xff) << 8 | (list[at + 1] & 0xff));
      count += at <= list.length ? 1 : 0;
    }
    return count;
  }

  private static int inStaple(byte[] staple) {
    try {
      OCSPResponse response = OCSPResponse.getInstance(staple);
      if (response.getResponseBytes() == null) {
        return 0;
      }
      byte[] basic = response.getResponseBytes().getResponse().getOctets();
      ASN1Sequence responses =
          BasicOCSPResponse.getInstance(basic).getTbsResponseData().getResponses();
      return responses.size() == 0
          ? 0
          : inSingle(SingleResponse.getInstance(responses.getObjectAt(0)));
    } catch (RuntimeException | IOException | StackOverflowError e) {
      return 0;
    }
  }

  private static int inSingle(SingleResponse single) throws IOException {
    Optional<Extension> extension =
        Optional.ofNullable(single.getSingleExtensions()).map(all -> all.getExtension(IN_OCSP));
    if (extension.isEmpty()) {
      return 0;
    }
    byte[] value = extension.get().getExtnValue().getOctets();
    return inList(ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(value)).getOctets());
  }
}
