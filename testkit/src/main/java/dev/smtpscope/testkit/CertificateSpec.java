package dev.smtpscope.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a certificate shall say. Immutable; each method gives a changed copy. Get one from {@link
 * TestCa#server(String)} or {@link TestCa#authority(String)}, which fill in what is right.
 *
 * <pre>{@code
 * ca.issue(ca.server("mx.example.net").key(KeyType.RSA_1024).expired(Duration.ofDays(3)));
 * }</pre>
 */
public final class CertificateSpec {
  private final Values values;

  private CertificateSpec(Values values) {
    this.values = values;
  }

  /** A certificate with this subject (RFC 4514), of a server with no name, valid for 90 days. */
  static CertificateSpec of(String subject, Instant now) {
    return new CertificateSpec(new Values(subject, now));
  }

  /** The subject as an RFC 4514 string, such as {@code CN=mx.example.net}. */
  public CertificateSpec subject(String name) {
    return with(v -> v.subject = name);
  }

  /** The DNS names, in place of those so far. */
  public CertificateSpec dnsNames(String... names) {
    return with(v -> v.dnsNames = List.of(names));
  }

  /** The IP addresses, as literals, in place of those so far. */
  public CertificateSpec addresses(String... literals) {
    return with(v -> v.addresses = List.of(literals));
  }

  /** No subject alternative name at all: the subject's CN alone carries the name. */
  public CertificateSpec commonNameOnly() {
    return dnsNames().addresses();
  }

  /** First and last instant of validity. */
  public CertificateSpec valid(Instant from, Instant to) {
    return with(v -> {
      v.notBefore = from;
      v.notAfter = to;
    });
  }

  /** Ended so long ago, after 90 days. */
  public CertificateSpec expired(Duration ago) {
    return with(v -> {
      v.notAfter = v.now.minus(ago);
      v.notBefore = v.notAfter.minus(Values.USUAL);
    });
  }

  /** Ends in so long from now. */
  public CertificateSpec expiring(Duration in) {
    return with(v -> v.notAfter = v.now.plus(in));
  }

  /** Begins in so long from now, for 90 days. */
  public CertificateSpec notYetValid(Duration in) {
    return with(v -> {
      v.notBefore = v.now.plus(in);
      v.notAfter = v.notBefore.plus(Values.USUAL);
    });
  }

  /** The kind of key. */
  public CertificateSpec key(KeyType type) {
    return with(v -> v.key = type);
  }

  /** Which key of that kind; equal names mean the same key. */
  public CertificateSpec keyUse(String name) {
    return with(v -> v.keyUse = name);
  }

  /** What it is signed with, by JCA name such as {@code SHA1withRSA}, {@code MD5withRSA}. */
  public CertificateSpec signature(String algorithm) {
    return with(v -> v.signature = Optional.of(algorithm));
  }

  /** Key usage bits, of Bouncy Castle's {@code KeyUsage}; 0 leaves the extension out. */
  public CertificateSpec keyUsage(int bits) {
    return with(v -> v.keyUsage = bits);
  }

  /** Extended key usages by OID; none leaves the extension out. */
  public CertificateSpec extendedKeyUsage(String... oids) {
    return with(v -> v.extendedKeyUsage = List.of(oids));
  }

  /** Where the issuer's OCSP responder is. */
  public CertificateSpec ocsp(String url) {
    return with(v -> v.ocsp = Optional.of(url));
  }

  /** Where the issuer's certificate is. */
  public CertificateSpec caIssuers(String url) {
    return with(v -> v.caIssuers = Optional.of(url));
  }

  /** Where the issuer's revocation list is. */
  public CertificateSpec crl(String url) {
    return with(v -> v.crl = Optional.of(url));
  }

  /** The TLS feature that asks for a stapled OCSP response (RFC 7633). */
  public CertificateSpec mustStaple() {
    return with(v -> v.mustStaple = true);
  }

  /** Whether its basic constraints make it an authority. */
  public CertificateSpec authority(boolean is) {
    return with(v -> v.authority = is);
  }

  Values values() {
    return values;
  }

  private CertificateSpec with(Consumer<Values> change) {
    Values copy = values.copy();
    change.accept(copy);
    return new CertificateSpec(copy);
  }

  /** The values behind a specification; changed only before it is published. */
  static final class Values implements Cloneable {
    private static final Period USUAL = Period.ofDays(90);
    private static final Duration AGE = Duration.ofDays(1);
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final int DIGITAL_SIGNATURE = 128;

    final Instant now;
    String subject;
    List<String> dnsNames = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    Instant notBefore;
    Instant notAfter;
    KeyType key = KeyType.RSA_2048;
    String keyUse;
    Optional<String> signature = Optional.empty();
    int keyUsage = DIGITAL_SIGNATURE;
    List<String> extendedKeyUsage = List.of(SERVER_AUTH);
    Optional<String> ocsp = Optional.empty();
    Optional<String> caIssuers = Optional.empty();
    Optional<String> crl = Optional.empty();
    boolean mustStaple;
    boolean authority;

    Values(String subject, Instant now) {
      this.subject = subject;
      this.keyUse = subject;
      this.now = now;
      this.notBefore = now.minus(AGE);
      this.notAfter = notBefore.plus(USUAL);
    }

    private Values copy() {
      try {
        return (Values) clone();
      } catch (CloneNotSupportedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
