package dev.smtpscope.probe;

import static dev.smtpscope.probe.Probing.CA;
import static dev.smtpscope.probe.Probing.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.ClientCertificateRequest;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.OcspStaple;
import dev.smtpscope.facts.OcspStaple.Signature;
import dev.smtpscope.facts.OcspStaple.Status;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.CertificateSpec;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.KeyType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.tls.crypto.DHStandardGroups;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of {@code openssl s_server} is what it was told to do. */
class OpensslPeerTest {
  private static final CertificateSpec SERVER = CA.server(HOST);
  private static final String WEAK = "ALL:@SECLEVEL=0";

  /** A list of two timestamps of three octets (RFC 6962 section 3.3). */
  private static final String SCT_LIST = "000a" + "0003010203" + "0003040506";

  @TempDir private Path folder;

  @BeforeAll
  static void needsOpenssl() {
    OpensslServer.assumeInstalled();
  }

  @ParameterizedTest
  @CsvSource({"1024", "2048"})
  void finiteFieldOfTheServersOwn(int bits) throws IOException {
    Path parameters = dhParameters(bits);
    TlsSession session =
        session(
            CA.chain(HOST),
            "-tls1_2",
            "-cipher",
            "DHE-RSA-AES256-GCM-SHA384:@SECLEVEL=0",
            "-dhparam",
            parameters.toString());

    assertThat(session.version()).isEqualTo(TlsVersion.TLS_1_2);
    assertThat(session.suite().name()).isEqualTo("TLS_DHE_RSA_WITH_AES_256_GCM_SHA384");
    assertThat(session.group().map(NamedGroup::dhBits)).contains(OptionalInt.of(bits));
    assertThat(session.signature().map(SignatureScheme::name)).contains("rsa_pss_rsae_sha256");
  }

  @Test
  void staticRsa() throws IOException {
    TlsSession session = session(CA.chain(HOST), "-tls1_2", "-cipher", "AES128-SHA");

    assertThat(session.suite().name()).isEqualTo("TLS_RSA_WITH_AES_128_CBC_SHA");
    assertThat(session.group()).isEmpty();
    assertThat(session.signature()).isEmpty();
    assertThat(session.extendedMasterSecret()).isTrue();
    assertThat(session.secureRenegotiation()).isTrue();
    assertThat(session.alpn()).isEmpty();
    assertThat(session.clientCertificateRequest()).isEmpty();
    assertThat(session.ocspStaple()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void stapledGoodAnswer(String version) throws IOException, InterruptedException {
    Chain chain = CA.chain(HOST);
    Path response = ocspResponse(chain, "V\t%s\t\t%s\tunknown\t/CN=any\n");
    OcspStaple.Content.Answered answer = staple(chain, version, response);

    assertThat(answer.status()).isEqualTo(new Status.Good());
    assertThat(answer.aboutLeaf()).isTrue();
    assertThat(answer.signature()).isEqualTo(Signature.VALID);
    assertThat(answer.nextUpdate()).contains(answer.thisUpdate().plusSeconds(7 * 86_400));
    assertThat(answer.responder()).contains("CN=Test Intermediate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void stapledRevocation(String version) throws IOException, InterruptedException {
    Chain chain = CA.chain(HOST);
    Path response = ocspResponse(chain, "R\t%s\t260102030405Z,superseded\t%s\tunknown\t/CN=any\n");

    assertThat(staple(chain, version, response).status())
        .isEqualTo(
            new Status.Revoked(Instant.parse("2026-01-02T03:04:05Z"), Optional.of("superseded")));
  }

  /** An error instead of an answer, and an answer that is none (RFC 6960 section 4.2.1). */
  @ParameterizedTest
  @CsvSource({
    "-tls1_2,30030a0103",
    "-tls1_3,30030a0103",
    "-tls1_2,30160a0100a011300f06092b06010505073001010402ffff",
    "-tls1_3,30160a0100a011300f06092b06010505073001010402ffff"
  })
  void stapledWithoutAnswer(String version, String hex) throws IOException {
    byte[] der = HexFormat.of().parseHex(hex);
    Path response = Files.write(folder.resolve("response.der"), der);
    TlsSession session = session(CA.chain(HOST), version, "-status_file", response.toString());

    OcspStaple staple = session.ocspStaple().orElseThrow();
    assertThat(staple.der().toArray()).isEqualTo(der);
    assertThat(staple.content())
        .isEqualTo(
            der.length == 5
                ? new OcspStaple.Content.Unsuccessful("tryLater")
                : new OcspStaple.Content.Unreadable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void timestampsInTheExtension(String version) throws IOException {
    Path info = serverInfo();
    TlsSession session = session(CA.chain(HOST), version, "-serverinfo", info.toString());

    assertThat(session.sctCount()).isEqualTo(2);
  }

  @Test
  void timestampsInTheCertificateOnP384() throws IOException, InterruptedException {
    Path crt = folder.resolve("sct.crt");
    Path key = folder.resolve("sct.key");
    String value = "DER:040c" + SCT_LIST;
    OpensslServer.run(
        "req",
        "-x509",
        "-nodes",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-384",
        "-subj",
        "/CN=" + HOST,
        "-addext",
        "1.3.6.1.4.1.11129.2.4.2=" + value,
        "-out",
        crt.toString(),
        "-keyout",
        key.toString());
    TlsSession session = session(probe(List.of("-cert", crt.toString(), "-key", key.toString())));

    assertThat(session.sctCount()).isEqualTo(2);
    assertThat(key(session).curve()).contains("secp384r1");
    assertThat(session.signature().map(SignatureScheme::name)).contains("ecdsa_secp384r1_sha384");
  }

  @Test
  void ed25519Certificate() throws IOException {
    TlsSession session = session(CA.chain(SERVER.key(KeyType.ED25519)));

    assertThat(key(session).algorithm()).isEqualTo("Ed25519");
    assertThat(session.signature().map(SignatureScheme::name)).contains("ed25519");
  }

  @Test
  void noExtendedMasterSecret() throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("no-ems.cnf"),
            """
            openssl_conf = start
            [start]
            ssl_conf = ssl
            [ssl]
            system_default = defaults
            [defaults]
            Options = -ExtendedMasterSecret
            """);
    List<String> options = options(CA.chain(HOST), "-tls1_2");
    TlsSession session = session(probe(options, configuration));

    assertThat(session.extendedMasterSecret()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void clientCertificateAskedFor(String version) throws IOException {
    TlsSession session =
        session(CA.chain(HOST), version, "-verify", "1", "-CAfile", authorities().toString());

    assertThat(session.clientCertificateRequest()).contains(new ClientCertificateRequest(3));
  }

  @ParameterizedTest
  @CsvSource({"-tls1_2,handshake_failure", "-tls1_3,certificate_required"})
  void clientCertificateDemanded(String version, String alert) throws IOException {
    Chain chain = CA.chain(HOST);
    TlsOutcome outcome =
        probe(options(chain, version, "-Verify", "1", "-CAfile", authorities().toString()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TlsOutcome.Failed.class,
            failed -> {
              assertThat(failed.failure())
                  .isInstanceOfSatisfying(
                      HandshakeFailure.AlertReceived.class,
                      received -> assertThat(received.alert().name()).isEqualTo(alert));
              assertThat(failed.certificates()).hasSize(2);
            });
  }

  @ParameterizedTest
  @CsvSource({"-tls1,TLS_1_0", "-tls1_1,TLS_1_1"})
  void oldVersionsWithEllipticCurves(String option, TlsVersion version) throws IOException {
    TlsSession session = session(CA.chain(SERVER.key(KeyType.EC_P256)), option, "-cipher", WEAK);

    assertThat(session.version()).isEqualTo(version);
    assertThat(session.suite().name()).startsWith("TLS_ECDHE_ECDSA_WITH_");
    assertThat(session.signature().map(SignatureScheme::name)).contains("ecdsa_sha1");
    assertThat(session.group()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void chainOfTwelve(String version) throws IOException {
    List<Identity> authorities = new ArrayList<>(List.of(CA.root()));
    for (int i = 1; i < 12; i++) {
      authorities.add(CA.issue(CA.authority("Level " + i), authorities.getLast()));
    }
    Chain chain = Chain.of(CA.issue(SERVER, authorities.getLast()));
    for (Identity authority : authorities.reversed().subList(0, 11)) {
      chain = chain.plus(authority);
    }
    assertThat(session(chain, version).certificates()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void keyThatIsNotForSignatures(String version) throws IOException {
    TlsSession session = session(CA.chain(SERVER.keyUsage(KeyUsage.keyEncipherment)), version);

    assertThat(leaf(session).keyUsages()).containsExactly("keyEncipherment");
    assertThat(session.signature()).isPresent();
  }

  private OcspStaple.Content.Answered staple(Chain chain, String version, Path response)
      throws IOException {
    return session(chain, version, "-status_file", response.toString())
        .ocspStaple()
        .flatMap(OcspStaple::answer)
        .orElseThrow();
  }

  private TlsSession session(Chain chain, String... more) throws IOException {
    return session(probe(options(chain, more)));
  }

  private static TlsSession session(TlsOutcome outcome) {
    assertThat(outcome).isInstanceOf(TlsOutcome.Established.class);
    return ((TlsOutcome.Established) outcome).session();
  }

  private static TlsOutcome probe(List<String> options) throws IOException {
    return probe(options, Path.of("/dev/null"));
  }

  private static TlsOutcome probe(List<String> options, Path configuration) throws IOException {
    try (OpensslServer server = OpensslServer.start(options, configuration)) {
      return Probing.probe(server.address(), TlsMode.IMPLICIT, Probing.SHORT).tls();
    }
  }

  private List<String> options(Chain chain, String... more) throws IOException {
    Chain.PemFiles leaf = chain.leafOnly().write(folder, "leaf");
    List<String> options =
        new ArrayList<>(
            List.of("-cert", leaf.certificates().toString(), "-key", leaf.key().toString()));
    if (chain.certificates().size() > 1) {
      Chain issuers =
          new Chain(chain.key(), chain.certificates().subList(1, chain.certificates().size()));
      Path file = Files.writeString(folder.resolve("issuers.pem"), issuers.certificatesPem());
      options.addAll(List.of("-cert_chain", file.toString()));
    }
    options.addAll(List.of(more));
    return options;
  }

  private Path authorities() throws IOException {
    Chain three = CA.chain(HOST).plus(CA.root());
    return Files.writeString(folder.resolve("authorities.pem"), three.certificatesPem());
  }

  /** A generator 2 and the primes of RFC 2409 and RFC 3526, which TLS has no number for. */
  private Path dhParameters(int bits) throws IOException {
    BigInteger prime =
        bits == 1024 ? DHStandardGroups.rfc2409_1024.getP() : DHStandardGroups.rfc3526_2048.getP();
    return pem("DH PARAMETERS", new DHParameter(prime, BigInteger.TWO, 0).getEncoded());
  }

  /** For ServerHello in TLS 1.2 (0x100) and Certificate in TLS 1.3 (0x1000), as asked (0x80). */
  private Path serverInfo() throws IOException {
    byte[] info = HexFormat.of().parseHex("00001180" + "0012" + "000c" + SCT_LIST);
    return pem("SERVERINFOV2 FOR SCT", info);
  }

  private Path pem(String label, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve("content.pem"),
        "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }

  private Path ocspResponse(Chain chain, String index) throws IOException, InterruptedException {
    String end =
        DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(chain.leaf().getNotAfter().toInstant());
    String serial = HexFormat.of().formatHex(chain.leaf().getSerialNumber().toByteArray());
    Path file =
        Files.writeString(
            folder.resolve("index.txt"),
            index.formatted(end, serial.toUpperCase(java.util.Locale.ROOT)));
    Chain.PemFiles leaf = chain.leafOnly().write(folder, "subject");
    Chain.PemFiles issuer = Chain.of(CA.intermediate()).write(folder, "issuer");
    Path response = folder.resolve("response.der");
    OpensslServer.run(
        "ocsp",
        "-index",
        file.toString(),
        "-ndays",
        "7",
        "-CA",
        issuer.certificates().toString(),
        "-issuer",
        issuer.certificates().toString(),
        "-rsigner",
        issuer.certificates().toString(),
        "-rkey",
        issuer.key().toString(),
        "-cert",
        leaf.certificates().toString(),
        "-respout",
        response.toString());
    return response;
  }

  private static CertificateDetails leaf(TlsSession session) {
    return session.leaf().flatMap(c -> c.details()).orElseThrow();
  }

  private static CertificateDetails.PublicKeyInfo key(TlsSession session) {
    return leaf(session).key();
  }
}
