package dev.smtpscope.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate says (RFC 5280). Texts are in visible form.
 *
 * @param subject RFC 4514 form, with that RFC's own escapes for what can't be printed
 * @param commonNames of the subject, most specific first
 * @param serial lower-case hex
 * @param alternativeNames at most {@value #MAX_NAMES}
 * @param signatureAlgorithm such as {@code SHA256withRSA}
 * @param keyUsages names of RFC 5280 section 4.2.1.3; empty when the extension is absent
 * @param extendedKeyUsages OIDs, or names where they are well known; empty when absent
 * @param authority whether basicConstraints says CA
 * @param selfSigned issuer and subject are equal and the signature verifies with its own key
 * @param mustStaple whether the TLS feature extension asks for a stapled OCSP response (RFC 7633)
 * @param spkiSha256 SHA-256 of the subject public key info, lower-case hex
 * @param embeddedScts signed certificate timestamps within the certificate (RFC 6962)
 */
public record CertificateDetails(
    String subject,
    List<String> commonNames,
    String issuer,
    List<AlternativeName> alternativeNames,
    String serial,
    Instant notBefore,
    Instant notAfter,
    PublicKeyInfo key,
    String signatureAlgorithm,
    List<String> keyUsages,
    List<String> extendedKeyUsages,
    boolean authority,
    boolean selfSigned,
    boolean mustStaple,
    String spkiSha256,
    List<String> ocspUrls,
    List<String> crlUrls,
    List<String> issuerUrls,
    int embeddedScts) {
  /** More alternative names than these are not kept. */
  public static final int MAX_NAMES = 1000;

  public CertificateDetails {
    commonNames = List.copyOf(commonNames);
    alternativeNames = List.copyOf(alternativeNames);
    keyUsages = List.copyOf(keyUsages);
    extendedKeyUsages = List.copyOf(extendedKeyUsages);
    ocspUrls = List.copyOf(ocspUrls);
    crlUrls = List.copyOf(crlUrls);
    issuerUrls = List.copyOf(issuerUrls);
  }

  /** One subject alternative name. */
  public record AlternativeName(Type type, String value) {
    /** The kinds that matter here. */
    public enum Type {
      DNS,
      IP,
      EMAIL,
      URI,
      OTHER
    }
  }

  /**
   * The public key.
   *
   * @param algorithm such as {@code RSA}, {@code EC}, {@code Ed25519}
   * @param bits 0 when it is not known
   * @param curve for elliptic curves
   */
  public record PublicKeyInfo(String algorithm, int bits, Optional<String> curve) {}

  /** Whether issuer and subject are the same name. */
  public boolean isSelfIssued() {
    return subject.equals(issuer);
  }

  /** The data of a TLSA record {@code 3 1 1} for this key (RFC 7672 section 3.1). */
  public String tlsa311() {
    return "3 1 1 " + spkiSha256;
  }
}
