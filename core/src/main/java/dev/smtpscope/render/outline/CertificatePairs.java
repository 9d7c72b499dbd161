package dev.smtpscope.render.outline;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One certificate, field by field. */
public final class CertificatePairs {
  private final List<Block.Pair> pairs = new ArrayList<>();

  private CertificatePairs() {}

  /** The fields, with what is left of the validity at {@code at}. */
  public static Block.Pairs of(PeerCertificate certificate, Instant at) {
    CertificatePairs fields = new CertificatePairs();
    certificate
        .details()
        .ifPresentOrElse(
            details -> fields.details(details, at),
            () -> fields.add("Content", "can't be read as X.509"));
    fields.add("SHA-256", certificate.sha256());
    return new Block.Pairs(fields.pairs);
  }

  private void details(CertificateDetails d, Instant at) {
    add("Subject", d.subject().isEmpty() ? "(empty)" : d.subject());
    add("Issuer", d.selfSigned() ? "itself" : d.issuer());
    add("Names", d.alternativeNames().stream().map(CertificatePairs::name).toList());
    add("From", Figures.dateTime(d.notBefore()));
    add("Until", Figures.dateTime(d.notAfter()) + " (" + left(d, at) + ")");
    add("Key", key(d.key()));
    add("Signature", d.signatureAlgorithm());
    add("Key usage", d.keyUsages());
    add("Purposes", d.extendedKeyUsages());
    add("Authority", d.authority() ? "yes" : "no");
    if (d.mustStaple()) {
      add("Must staple", "yes");
    }
    add("Serial", d.serial());
    add("OCSP", d.ocspUrls());
    add("CRL", d.crlUrls());
    add("Issuer at", d.issuerUrls());
  }

  private void add(String label, String text) {
    pairs.add(new Block.Pair(label, text));
  }

  private void add(String label, List<String> texts) {
    if (!texts.isEmpty()) {
      add(label, String.join(", ", texts));
    }
  }

  /** An alternative name, with its kind where it is no host name. */
  public static String name(CertificateDetails.AlternativeName name) {
    return switch (name.type()) {
      case DNS -> name.value();
      case IP -> "IP " + name.value();
      case EMAIL -> "e-mail " + name.value();
      case URI -> "URI " + name.value();
      case OTHER -> "other " + name.value();
    };
  }

  /** How long the certificate is still valid at {@code at}, in words. */
  public static String left(CertificateDetails d, Instant at) {
    if (at.isBefore(d.notBefore())) {
      return "not yet valid";
    }
    Duration left = Duration.between(at, d.notAfter());
    return left.isNegative()
        ? "expired " + Words.count(left.negated().toDays(), "day") + " ago"
        : Words.count(left.toDays(), "day") + " left";
  }

  /** Algorithm, size and curve. */
  public static String key(CertificateDetails.PublicKeyInfo key) {
    return key.algorithm()
        + (key.bits() > 0 ? ", " + key.bits() + " bits" : "")
        + key.curve().map(curve -> ", " + curve).orElse("");
  }
}
