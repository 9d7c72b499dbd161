package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.CertificateDetails.AlternativeName;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Visible;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** General names (RFC 5280 section 4.2.1.6), told apart by their context tag. */
final class GeneralNames {
  private static final int EMAIL = 1;
  private static final int DNS = 2;
  private static final int URI = 6;
  private static final int IP = 7;

  private GeneralNames() {}

  static AlternativeName read(ASN1TaggedObject name) {
    return switch (name.getTagNo()) {
      case EMAIL -> new AlternativeName(AlternativeName.Type.EMAIL, text(name));
      case DNS -> new AlternativeName(AlternativeName.Type.DNS, text(name));
      case URI -> new AlternativeName(AlternativeName.Type.URI, text(name));
      case IP -> address(ASN1OctetString.getInstance(name, false).getOctets());
      default -> new AlternativeName(AlternativeName.Type.OTHER, "type " + name.getTagNo());
    };
  }

  static Optional<String> url(ASN1Encodable name) {
    return name instanceof ASN1TaggedObject tagged && tagged.hasContextTag(URI)
        ? Optional.of(text(tagged))
        : Optional.empty();
  }

  /** The URLs of a CRL distribution point: within {@code [0] { [0] { names } }}. */
  static List<String> urlsOfPoint(ASN1Sequence point) {
    List<String> urls = new ArrayList<>();
    for (ASN1Encodable part : point) {
      ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(part);
      if (tagged.hasContextTag(0)) {
        ASN1TaggedObject choice = ASN1TaggedObject.getInstance(tagged, true);
        if (choice.hasContextTag(0)) {
          ASN1Sequence.getInstance(choice, false).forEach(n -> url(n).ifPresent(urls::add));
        }
      }
    }
    return urls;
  }

  private static String text(ASN1TaggedObject name) {
    byte[] octets = ASN1IA5String.getInstance(name, false).getOctets();
    return CertificateReader.bounded(Visible.of(octets));
  }

  private static AlternativeName address(byte[] octets) {
    try {
      return new AlternativeName(
          AlternativeName.Type.IP, Addresses.text(InetAddress.getByAddress(octets)));
    } catch (UnknownHostException e) {
      return new AlternativeName(
          AlternativeName.Type.OTHER, CertificateReader.bounded(HexFormat.of().formatHex(octets)));
    }
  }
}
