package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.CertificateDetails.PublicKeyInfo;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.text.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * The certificate of a server itself. Texts are in visible form, at most {@value #LONGEST}
 * characters.
 *
 * @param sha256 of the DER form, lower-case hex
 * @param issuer in RFC 4514 form; empty where the certificate can't be read, as all that follows
 * @param key such as {@code RSA 2048} or {@code EC P-256}
 */
public record CertificateRow(
    String sha256,
    String subject,
    String issuer,
    Optional<Instant> notBefore,
    Optional<Instant> notAfter,
    String key,
    String signatureAlgorithm) {
  static final int LONGEST = 200;

  static CertificateRow of(PeerCertificate leaf) {
    return leaf.details()
        .map(details -> of(leaf.sha256(), details))
        .orElseGet(() ->
            new CertificateRow(leaf.sha256(), "", "", Optional.empty(), Optional.empty(), "", ""));
  }

  private static CertificateRow of(String sha256, CertificateDetails details) {
    return new CertificateRow(
        sha256,
        Words.shortened(details.subject(), LONGEST),
        Words.shortened(details.issuer(), LONGEST),
        Optional.of(details.notBefore()),
        Optional.of(details.notAfter()),
        Words.shortened(key(details.key()), LONGEST),
        Words.shortened(details.signatureAlgorithm(), LONGEST));
  }

  private static String key(PublicKeyInfo key) {
    String size = key.bits() == 0 ? "" : String.valueOf(key.bits());
    return (key.algorithm() + " " + key.curve().orElse(size)).strip();
  }
}
