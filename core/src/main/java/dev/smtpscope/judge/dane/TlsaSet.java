package dev.smtpscope.judge.dane;

import static dev.smtpscope.judge.dane.Association.FULL;

import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordData.Tlsa;
import dev.smtpscope.judge.dane.TlsaVerdict.Use;
import dev.smtpscope.judge.pki.X509;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The records of one name, and which of them count. */
final class TlsaSet {
  private TlsaSet() {}

  /** A verdict on each of {@code records}, in their order. */
  static List<TlsaVerdict> verdicts(List<RecordData> records) {
    List<Tlsa> usable =
        records.stream()
            .flatMap(r ->
                r instanceof Tlsa t ? Optional.of(t).stream() : Optional.<Tlsa>empty().stream())
            .filter(t -> defect(t).isEmpty())
            .toList();
    return records.stream().map(record -> verdict(record, usable)).toList();
  }

  private static TlsaVerdict verdict(RecordData record, List<Tlsa> usable) {
    if (!(record instanceof Tlsa tlsa)) {
      return new TlsaVerdict(record, Use.UNUSABLE, "it does not have the form of a TLSA record");
    }
    return defect(tlsa)
        .map(why -> new TlsaVerdict(tlsa, Use.UNUSABLE, why))
        .orElseGet(() -> ranked(tlsa, usable));
  }

  private static TlsaVerdict ranked(Tlsa tlsa, List<Tlsa> usable) {
    boolean outranked =
        tlsa.matchingType() != FULL
            && usable.stream()
                .filter(other -> other.usage() == tlsa.usage())
                .filter(other -> other.selector() == tlsa.selector())
                .anyMatch(other -> other.matchingType() > tlsa.matchingType());
    return outranked
        ? new TlsaVerdict(
            tlsa, Use.OUTRANKED, "a record of this usage and selector has a stronger digest")
        : new TlsaVerdict(tlsa, Use.USED, "");
  }

  /** Why no mail server can use {@code tlsa} (RFC 7672 section 3.1, RFC 7671 sections 4 and 5). */
  static Optional<String> defect(Tlsa tlsa) {
    return usage(tlsa).or(() -> selector(tlsa)).or(() -> data(tlsa));
  }

  private static Optional<String> usage(Tlsa tlsa) {
    return switch (tlsa.usage()) {
      case 0 -> Optional.of("usage 0, PKIX-TA, is not for mail servers");
      case 1 -> Optional.of("usage 1, PKIX-EE, is not for mail servers");
      case Association.DANE_TA, Association.DANE_EE -> Optional.empty();
      default -> Optional.of("usage " + tlsa.usage() + " is not known");
    };
  }

  private static Optional<String> selector(Tlsa tlsa) {
    return tlsa.selector() <= Association.KEY
        ? Optional.empty()
        : Optional.of("selector " + tlsa.selector() + " is not known");
  }

  private static Optional<String> data(Tlsa tlsa) {
    return switch (tlsa.matchingType()) {
      case FULL -> whole(tlsa);
      case Association.SHA_256 -> length(tlsa, 32, "SHA-256");
      case Association.SHA_512 -> length(tlsa, 64, "SHA-512");
      default -> Optional.of("matching type " + tlsa.matchingType() + " is not known");
    };
  }

  private static Optional<String> length(Tlsa tlsa, int octets, String digest) {
    int has = tlsa.data().length() / 2;
    return has == octets
        ? Optional.empty()
        : Optional.of("a " + digest + " digest has " + octets + " octets, this has " + has);
  }

  private static Optional<String> whole(Tlsa tlsa) {
    if (tlsa.selector() == Association.CERTIFICATE) {
      return X509.parse(tlsa.bytes()).isPresent()
          ? Optional.empty()
          : Optional.of("its data is no certificate");
    }
    return key(tlsa).isPresent() ? Optional.empty() : Optional.of("its data is no public key");
  }

  /** The key that a record of selector 1 and matching type 0 holds. */
  static Optional<java.security.PublicKey> key(Tlsa tlsa) {
    try {
      return Optional.ofNullable(
          BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(tlsa.bytes())));
    } catch (java.io.IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
