package dev.smtpscope.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * A certificate authority for tests: a root, an intermediate under it, and any certificate, right
 * or wrong, under either. All dates hang on the instant given, so that with it as its clock a test
 * is the same on any day. Keys are made once in a JVM and shared between authorities of the same
 * name. Thread-safe.
 *
 * <pre>{@code
 * TestCa ca = TestCa.at(now);
 * Chain good = ca.chain("mx.example.net");
 * Chain expired = ca.chain(ca.server("mx.example.net").expired(Duration.ofDays(3)));
 * Chain alone = Chain.of(ca.selfSigned(ca.server("mx.example.net")));
 * }</pre>
 */
public final class TestCa {
  private static final Period AUTHORITY_AGE = Period.ofDays(365);
  private static final Period AUTHORITY_LIFE = Period.ofDays(3650);

  private final Instant now;
  private final KeyType keys;
  private final AtomicLong serial = new AtomicLong(0x1000);
  private final Identity root;
  private final Identity intermediate;

  private TestCa(String name, KeyType keys, Instant now) {
    this.now = now;
    this.keys = keys;
    this.root = selfSigned(authority(name + " Root"));
    this.intermediate = issue(authority(name + " Intermediate"), root);
  }

  /** An authority seen at this instant, with RSA keys of 2048 bits. */
  public static TestCa at(Instant now) {
    return named("Test", now);
  }

  /** An authority of another name, with other keys: one that nobody trusts. */
  public static TestCa named(String name, Instant now) {
    return of(name, KeyType.RSA_2048, now);
  }

  /** An authority seen at this moment. */
  public static TestCa now(String name, KeyType keys) {
    return of(name, keys, Instant.now());
  }

  /** An authority that makes keys of this kind, its own ones and, unless told otherwise, others. */
  public static TestCa of(String name, KeyType keys, Instant now) {
    return new TestCa(name, keys, now);
  }

  /** The self-signed root. */
  public Identity root() {
    return root;
  }

  /** The authority under the root that issues by default. */
  public Identity intermediate() {
    return intermediate;
  }

  /** What a good server certificate says: this name as CN and DNS name, 90 days from yesterday. */
  public CertificateSpec server(String host) {
    return CertificateSpec.of("CN=" + host, now).key(keys).dnsNames(host);
  }

  /** What a good authority's certificate says: ten years from a year ago. */
  public CertificateSpec authority(String commonName) {
    Instant from = now.minus(AUTHORITY_AGE);
    return CertificateSpec.of("CN=" + commonName + ",O=smtpscope testkit", now)
        .key(keys)
        .authority(true)
        .keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
        .extendedKeyUsage()
        .valid(from, from.plus(AUTHORITY_LIFE));
  }

  /** A certificate signed by the intermediate. */
  public Identity issue(CertificateSpec spec) {
    return issue(spec, intermediate);
  }

  /** A certificate signed by anybody, authority or not. */
  public Identity issue(CertificateSpec spec, Identity issuer) {
    return factory(spec).signedBy(CertificateFactory.Signer.of(issuer));
  }

  /** A certificate signed with its own key. */
  public Identity selfSigned(CertificateSpec spec) {
    return factory(spec).selfSigned();
  }

  /** A certificate that names itself as issuer and was signed with another key. */
  public Identity selfIssued(CertificateSpec spec) {
    KeyType type = spec.values().key;
    var stranger = type.pair("stranger");
    return factory(spec)
        .signedBy(
            new CertificateFactory.Signer(
                new X500Name(spec.values().subject),
                stranger.getPublic(),
                stranger.getPrivate(),
                type.signature()));
  }

  /** A good chain for a host: its certificate and the intermediate's, as RFC 8446 4.4.2 has it. */
  public Chain chain(String host) {
    return chain(server(host));
  }

  /** A certificate by the intermediate, and the intermediate. */
  public Chain chain(CertificateSpec spec) {
    return Chain.of(issue(spec), intermediate);
  }

  /** The root as PEM. */
  public String rootPem() {
    return Pem.of(root.certificate());
  }

  /** Writes the root as PEM into a file. */
  public Path writeRoot(Path file) throws IOException {
    return Files.writeString(file, rootPem());
  }

  /** A context for clients that trust the root alone. */
  public SSLContext clientContext() {
    try {
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trustStore(root.certificate()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private CertificateFactory factory(CertificateSpec spec) {
    return new CertificateFactory(spec, serial.incrementAndGet());
  }

  private static KeyStore trustStore(X509Certificate root)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", root);
    return store;
  }
}
