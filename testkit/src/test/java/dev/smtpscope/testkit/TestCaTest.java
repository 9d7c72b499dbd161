package dev.smtpscope.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TestCaTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String HOST = "mx.example.net";
  private static final TestCa CA = TestCa.at(NOW);

  private static void validate(Chain chain) throws Exception {
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(CA.root().certificate(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    CertPathValidator.getInstance("PKIX")
        .validate(
            java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertPath(chain.certificates()),
            parameters);
  }

  @Test
  void issuesWhatThePlatformTrusts() throws Exception {
    Chain chain = CA.chain(HOST);
    validate(chain);
    assertThat(chain.certificates()).hasSize(2);
    assertThat(chain.leaf().getSubjectAlternativeNames()).containsExactly(List.of(2, HOST));
    assertThat(chain.leaf().getNotBefore()).isEqualTo("2026-05-31T00:00:00Z");
    assertThat(chain.leaf().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RSA_4096")
  void issuesForEachKindOfKey(KeyType type) throws Exception {
    Identity authority = CA.issue(CA.authority(type + " CA").key(type), CA.root());
    Identity server = CA.issue(CA.server(HOST).key(type), authority);
    validate(Chain.of(server, authority));
  }

  @Test
  void makesWeakKeys() {
    X509Certificate weak = CA.issue(CA.server(HOST).key(KeyType.RSA_1024)).certificate();
    assertThat(((RSAPublicKey) weak.getPublicKey()).getModulus().bitLength()).isEqualTo(1024);
  }

  @ParameterizedTest
  @CsvSource({"SHA1withRSA", "MD5withRSA", "SHA512withRSA"})
  void signsWithAnyAlgorithm(String algorithm) throws Exception {
    X509Certificate leaf = CA.issue(CA.server(HOST).signature(algorithm)).certificate();
    assertThat(leaf.getSigAlgName()).isEqualToIgnoringCase(algorithm);
    leaf.verify(CA.intermediate().certificate().getPublicKey());
  }

  @Test
  void setsTheDatesByItsClock() {
    X509Certificate expired = CA.issue(CA.server(HOST).expired(Duration.ofDays(3))).certificate();
    assertThat(expired.getNotAfter()).isEqualTo("2026-05-29T00:00:00Z");
    assertThat(expired.getNotBefore()).isEqualTo("2026-02-28T00:00:00Z");
    X509Certificate early = CA.issue(CA.server(HOST).notYetValid(Duration.ofDays(3))).certificate();
    assertThat(early.getNotBefore()).isEqualTo("2026-06-04T00:00:00Z");
    X509Certificate soon = CA.issue(CA.server(HOST).expiring(Duration.ofDays(5))).certificate();
    assertThat(soon.getNotAfter()).isEqualTo("2026-06-06T00:00:00Z");
  }

  @Test
  void tellsSelfSignedFromSelfIssued() throws Exception {
    X509Certificate own = CA.selfSigned(CA.server(HOST)).certificate();
    assertThat(own.getIssuerX500Principal()).isEqualTo(own.getSubjectX500Principal());
    own.verify(own.getPublicKey());
    X509Certificate other = CA.selfIssued(CA.server(HOST)).certificate();
    assertThat(other.getIssuerX500Principal()).isEqualTo(other.getSubjectX500Principal());
    assertThatThrownBy(() -> other.verify(other.getPublicKey()))
        .isInstanceOf(SignatureException.class);
  }

  @Test
  void issuesUnderWhoIsNoAuthority() {
    Identity fake = CA.issue(CA.authority("No CA").authority(false));
    assertThat(fake.certificate().getBasicConstraints()).isEqualTo(-1);
    Chain chain = Chain.of(CA.issue(CA.server(HOST), fake), fake, CA.intermediate());
    assertThatThrownBy(() -> validate(chain)).isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void writesTheExtensionsAskedFor() throws Exception {
    CertificateSpec spec =
        CA.server(HOST)
            .dnsNames("*.example.net", "example.org")
            .addresses("192.0.2.1", "2001:db8::1")
            .ocsp("http://ocsp.example.net/")
            .caIssuers("http://ca.example.net/ca.crt")
            .crl("http://ca.example.net/ca.crl")
            .extendedKeyUsage("1.3.6.1.5.5.7.3.2")
            .keyUsage(0)
            .mustStaple();
    X509Certificate leaf = CA.issue(spec).certificate();
    assertThat(leaf.getSubjectAlternativeNames())
        .contains(List.of(2, "*.example.net"), List.of(2, "example.org"), List.of(7, "192.0.2.1"));
    assertThat(leaf.getNonCriticalExtensionOIDs())
        .contains("1.3.6.1.5.5.7.1.1", "2.5.29.31", "1.3.6.1.5.5.7.1.24");
    assertThat(leaf.getKeyUsage()).isNull();
    assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(leaf.toString())
        .contains("http://ocsp.example.net/", "http://ca.example.net/ca.crl");
    assertThat(CA.issue(CA.server(HOST).commonNameOnly()).certificate())
        .returns(null, c -> uncheckedNames(c));
  }

  @Test
  void arrangesChains() {
    Chain good = CA.chain(HOST);
    assertThat(good.leafOnly().certificates()).containsExactly(good.leaf());
    assertThat(good.plus(CA.root()).swapped().certificates())
        .containsExactly(good.leaf(), CA.root().certificate(), CA.intermediate().certificate());
  }

  @Test
  void writesPemAndKeyStores(@TempDir Path directory) throws Exception {
    Chain chain = CA.chain(HOST);
    Chain.PemFiles files = chain.write(directory, "mx");
    assertThat(files.key()).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(files.certificates()).content().isEqualTo(chain.certificatesPem());
    assertThat(
            java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificates(
                    new ByteArrayInputStream(
                        chain
                            .certificatesPem()
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
        .hasSize(2);
    char[] password = "changeit".toCharArray();
    KeyStore store = chain.keyStore(password);
    assertThat(store.getKey("server", password)).isEqualTo(chain.key());
    assertThat(CA.writeRoot(directory.resolve("root.pem"))).content().isEqualTo(CA.rootPem());
  }

  @Test
  void keepsItsKeys() {
    assertThat(TestCa.at(NOW).root().key()).isEqualTo(CA.root().key());
    assertThat(TestCa.named("Other", NOW).root().key()).isNotEqualTo(CA.root().key());
    assertThatCode(() -> validate(CA.chain(HOST))).doesNotThrowAnyException();
  }

  private static Object uncheckedNames(X509Certificate certificate) {
    try {
      return certificate.getSubjectAlternativeNames();
    } catch (java.security.cert.CertificateParsingException e) {
      return e;
    }
  }
}
