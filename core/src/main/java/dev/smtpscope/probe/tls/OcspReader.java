package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.OcspStaple;
import dev.smtpscope.facts.OcspStaple.Content;
import dev.smtpscope.facts.OcspStaple.Status;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.text.DistinguishedName;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Time;

/**
 * Reads stapled OCSP responses as a hostile peer may send them: whatever the bytes are, no
 * exception is thrown. Stateless; safe for all threads.
 */
public final class OcspReader {
  private static final int MAX_ANSWERS = 100;
  private static final int GOOD = 0;
  private static final int REVOKED = 1;

  private static final List<String> RESPONSES =
      List.of(
          "successful",
          "malformedRequest",
          "internalError",
          "tryLater",
          "4",
          "sigRequired",
          "unauthorized");

  private static final List<String> REASONS =
      List.of(
          "unspecified",
          "keyCompromise",
          "cACompromise",
          "affiliationChanged",
          "superseded",
          "cessationOfOperation",
          "certificateHold",
          "7",
          "removeFromCRL",
          "privilegeWithdrawn",
          "aACompromise");

  private OcspReader() {}

  /** What {@code der} says of the first of the certificates {@code sent}. */
  public static OcspStaple read(byte[] der, List<PeerCertificate> sent) {
    return new OcspStaple(Bytes.of(der), content(der, sent));
  }

  private static Content content(byte[] der, List<PeerCertificate> sent) {
    try {
      OCSPResponse response = OCSPResponse.getInstance(der);
      int status = response.getResponseStatus().getIntValue();
      return status == 0
          ? answered(response.getResponseBytes(), new OcspSubject(sent))
          : new Content.Unsuccessful(name(RESPONSES, status));
    } catch (RuntimeException | IOException | StackOverflowError e) {
      return new Content.Unreadable();
    }
  }

  private static Content answered(ResponseBytes bytes, OcspSubject subject) throws IOException {
    if (!OCSPObjectIdentifiers.id_pkix_ocsp_basic.equals(bytes.getResponseType())) {
      return new Content.Unreadable();
    }
    BasicOCSPResponse basic = BasicOCSPResponse.getInstance(bytes.getResponse().getOctets());
    ResponseData data = basic.getTbsResponseData();
    SingleResponse single = pick(data.getResponses(), subject);
    return new Content.Answered(
        subject.isMeantBy(single.getCertID()),
        status(single.getCertStatus()),
        instant(single.getThisUpdate()),
        Optional.ofNullable(single.getNextUpdate()).map(OcspReader::instant),
        instant(data.getProducedAt()),
        responder(data.getResponderID()),
        OcspSignature.of(basic, subject.issuer()));
  }

  private static SingleResponse pick(ASN1Sequence responses, OcspSubject subject) {
    return IntStream.range(0, Math.min(responses.size(), MAX_ANSWERS))
        .mapToObj(i -> SingleResponse.getInstance(responses.getObjectAt(i)))
        .filter(single -> subject.isMeantBy(single.getCertID()))
        .findFirst()
        .orElseGet(() -> SingleResponse.getInstance(responses.getObjectAt(0)));
  }

  private static Status status(CertStatus status) {
    return switch (status.getTagNo()) {
      case GOOD -> new Status.Good();
      case REVOKED -> revoked(RevokedInfo.getInstance(status.getStatus()));
      default -> new Status.Unknown();
    };
  }

  private static Status revoked(RevokedInfo info) {
    return new Status.Revoked(
        instant(info.getRevocationTime()),
        Optional.ofNullable(info.getRevocationReason())
            .map(CRLReason::getValue)
            .map(reason -> name(REASONS, reason.intValueExact())));
  }

  private static String responder(ResponderID id) throws IOException {
    return id.getName() == null
        ? "key " + HexFormat.of().formatHex(id.getKeyHash())
        : DistinguishedName.of(new X500Principal(id.getName().getEncoded(ASN1Encoding.DER)));
  }

  private static String name(List<String> names, int number) {
    return number >= 0 && number < names.size() ? names.get(number) : Integer.toString(number);
  }

  private static Instant instant(ASN1GeneralizedTime time) {
    return CertificateTime.instant(Time.getInstance(time));
  }
}
