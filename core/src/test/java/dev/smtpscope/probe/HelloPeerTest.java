package dev.smtpscope.probe;

import static dev.smtpscope.probe.Hellos.ask;
import static dev.smtpscope.probe.Hellos.hello;
import static dev.smtpscope.probe.Hellos.hello13;
import static dev.smtpscope.probe.Probing.CA;
import static dev.smtpscope.probe.Probing.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.BouncyServer.Manner;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.HelloOutcome.Accepted;
import dev.smtpscope.probe.hello.HelloOutcome.Alert;
import dev.smtpscope.probe.hello.HelloOutcome.Closed;
import dev.smtpscope.probe.hello.KeyExchange;
import dev.smtpscope.probe.hello.KeyExchange.Signature;
import dev.smtpscope.probe.hello.KeyShare;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.probe.hello.Ssl2Hello;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.DhPrime;
import dev.smtpscope.reference.tls.Groups;
import dev.smtpscope.reference.tls.SuiteProperties;
import dev.smtpscope.reference.tls.Versions;
import dev.smtpscope.testkit.CertificateSpec;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.KeyType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.crypto.DHStandardGroups;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our hellos bring out of OpenSSL and the Bouncy Castle is what those were told to do. */
class HelloPeerTest {
  private static final CertificateSpec SERVER = CA.server(HOST);
  private static final String ALL = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

  @TempDir private Path folder;

  @BeforeAll
  static void needsOpenssl() {
    OpensslServer.assumeInstalled();
  }

  @Test
  void ellipticCurve() throws IOException, CertificateEncodingException {
    Chain chain = CA.chain(HOST);
    ServerFlight flight =
        accepted(
            "ecdhe-tls12",
            hello(TlsVersion.TLS_1_2).with(Extensions.serverName(HOST)),
            options(chain, "-tls1_2", "-cipher", "ECDHE-RSA-AES256-SHA384", "-groups", "P-384"));

    assertThat(flight.version()).isEqualTo(0x0303);
    assertThat(flight.suite()).isEqualTo(0xC028);
    assertThat(flight.hello().compression()).isZero();
    assertThat(flight.keyExchange().orElseThrow())
        .isInstanceOfSatisfying(
            KeyExchange.Ecdh.class,
            ecdh -> {
              assertThat(ecdh.group()).isEqualTo(Groups.SECP384R1);
              assertThat(ecdh.point().toArray()).hasSize(97).startsWith(4);
              assertThat(ecdh.signature()).isEqualTo(new Signature.Scheme(0x0804));
            });
    List<Bytes> sent = new ArrayList<>();
    for (X509Certificate certificate : chain.certificates()) {
      sent.add(Bytes.of(certificate.getEncoded()));
    }
    assertThat(flight.certificates()).isEqualTo(sent);
    assertThat(flight.has(Extensions.RENEGOTIATION_INFO)).isTrue();
    assertThat(flight.has(Extensions.EXTENDED_MASTER_SECRET)).isTrue();
    assertThat(flight.has(Extensions.ENCRYPT_THEN_MAC)).isTrue();
    assertThat(flight.has(Extensions.SESSION_TICKET)).isTrue();
    assertThat(flight.has(Extensions.HEARTBEAT)).isFalse();
    assertThat(flight.staple()).isEmpty();
    assertThat(flight.certificateRequest()).isEmpty();
    assertThat(flight.done()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "-tls1, 0x0301, AES256-SHA, 0x0035",
    "-tls1_1, 0x0302, AES128-SHA, 0x002F",
    "-tls1_2, 0x0303, NULL-SHA256, 0x003B"
  })
  void staticRsa(String option, int version, String suite, int code) throws IOException {
    ServerFlight flight =
        accepted(
            "rsa" + option,
            hello(Versions.of(version).orElseThrow()),
            options(CA.chain(HOST), option, "-cipher", suite + ":@SECLEVEL=0"));

    assertThat(flight.version()).isEqualTo(version);
    assertThat(flight.suite()).isEqualTo(code);
    assertThat(flight.keyExchange()).isEmpty();
    assertThat(flight.certificates()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"-tls1, 0x0301", "-tls1_1, 0x0302"})
  void signaturesBeforeTls12(String option, int version) throws IOException {
    ServerFlight flight =
        accepted(
            "ecdhe" + option,
            hello(Versions.of(version).orElseThrow()),
            options(CA.chain(HOST), option, "-cipher", "ECDHE:@SECLEVEL=0", "-groups", "X25519"));

    assertThat(flight.version()).isEqualTo(version);
    assertThat(flight.keyExchange().orElseThrow())
        .isInstanceOfSatisfying(
            KeyExchange.Ecdh.class,
            ecdh -> {
              assertThat(ecdh.group()).isEqualTo(Groups.X25519);
              assertThat(ecdh.signature()).isEqualTo(new Signature.Fixed());
            });
  }

  /** Without supported groups, openssl takes the prime that fits the certificate (RFC 3526). */
  @ParameterizedTest
  @CsvSource({"-tls1, 0x0301", "-tls1_2, 0x0303"})
  void finiteField(String option, int version) throws IOException {
    ServerFlight flight =
        accepted(
            "dhe" + option,
            hello(Versions.of(version).orElseThrow()).without(Extensions.SUPPORTED_GROUPS),
            options(CA.chain(HOST), option, "-cipher", "DHE-RSA-AES128-SHA:@SECLEVEL=0"));

    KeyExchange.Dh dh = (KeyExchange.Dh) flight.keyExchange().orElseThrow();
    assertThat(number(dh.p())).isEqualTo(DHStandardGroups.rfc3526_2048.getP());
    assertThat(number(dh.g())).isEqualTo(BigInteger.TWO);
    assertThat(dh.y().toArray().length).isBetween(250, 256);
    assertThat(DhPrime.of(dh.p()).name()).contains("RFC 3526 group 14");
    assertThat(dh.signature())
        .isEqualTo(version == 0x0303 ? new Signature.Scheme(0x0804) : new Signature.Fixed());
  }

  @ParameterizedTest
  @CsvSource({"ADH-AES128-SHA, 0x0034", "AECDH-AES128-SHA, 0xC018"})
  void anonymous(String suite, int code) throws IOException {
    ServerFlight flight =
        accepted(
            suite,
            hello(TlsVersion.TLS_1_2),
            List.of("-nocert", "-tls1_2", "-cipher", suite + ":@SECLEVEL=0"));

    assertThat(flight.suite()).isEqualTo(code);
    assertThat(flight.certificates()).isEmpty();
    assertThat(flight.keyExchange().orElseThrow().signature()).isEqualTo(new Signature.None());
  }

  @Test
  void everythingOnTheWay() throws IOException {
    Path staple = Files.write(folder.resolve("staple"), HexFormat.of().parseHex("30030a0103"));
    Path authorities =
        Files.writeString(folder.resolve("ca.pem"), CA.chain(HOST).certificatesPem());
    ServerFlight flight =
        accepted(
            "staple-and-request",
            hello(TlsVersion.TLS_1_2),
            options(
                CA.chain(SERVER.key(KeyType.EC_P256)),
                "-tls1_2",
                "-status_file",
                staple.toString(),
                "-verify",
                "1",
                "-CAfile",
                authorities.toString()));

    assertThat(flight.staple()).contains(Bytes.of(HexFormat.of().parseHex("30030a0103")));
    assertThat(flight.certificateRequest().orElseThrow().authorities()).isEqualTo(2);
    assertThat(flight.certificateRequest().orElseThrow().types()).contains(1, 64);
    assertThat(flight.certificateRequest().orElseThrow().schemes()).contains(0x0403, 0x0804);
    assertThat(flight.done()).isTrue();
  }

  /** Without any share, the server names the group that it wants (RFC 8446 section 4.1.4). */
  @ParameterizedTest
  @CsvSource({"P-256, 0x0017", "P-521, 0x0019", "X448, 0x001E", "ffdhe3072, 0x0101"})
  void retryForTheServersGroup(String name, int group) throws IOException {
    ServerFlight flight =
        accepted("retry-" + name, hello13(), options(CA.chain(HOST), "-tls1_3", "-groups", name));

    assertThat(flight.version()).isEqualTo(0x0304);
    assertThat(flight.hello().retry()).isTrue();
    assertThat(flight.hello().group()).isEqualTo(OptionalInt.of(group));
    assertThat(flight.suite()).isEqualTo(0x1301);
    assertThat(flight.done()).isTrue();
  }

  /** Any 32 octets are a public key of X25519. */
  @Test
  void helloOfTls13() throws IOException {
    KeyShare share =
        new KeyShare(Groups.X25519, Bytes.of(HexFormat.of().parseHex("42".repeat(32))));
    ServerFlight flight =
        accepted(
            "hello-tls13",
            hello13().with(Extensions.keyShare(share)),
            options(CA.chain(HOST), "-ciphersuites", "TLS_CHACHA20_POLY1305_SHA256"));

    assertThat(flight.version()).isEqualTo(0x0304);
    assertThat(flight.hello().retry()).isFalse();
    assertThat(flight.hello().group()).isEqualTo(OptionalInt.of(Groups.X25519));
    assertThat(flight.suite()).isEqualTo(0x1303);
    assertThat(flight.certificates()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-tls1_2, SSL_3, 40",
    "-tls1_2, TLS_1_0, 70",
    "-tls1_2, TLS_1_1, 70",
    "-tls1_3, TLS_1_2, 70"
  })
  void versionsThatAreRefused(String option, TlsVersion asked, int alert) throws IOException {
    assertThat(outcome("", hello(asked), options(CA.chain(HOST), option)))
        .isEqualTo(new Alert(2, alert));
  }

  @Test
  void suitesThatAreRefused() throws IOException {
    ClientHello hello = hello(TlsVersion.TLS_1_2).withSuites(List.of(0x0005, 0x0A0A, 0x0003));

    assertThat(outcome("refused-suites", hello, options(CA.chain(HOST), "-tls1_2")))
        .isEqualTo(new Alert(2, 40));
  }

  /** RFC 7507: a server of TLS 1.2 is offered 1.1 by a client that could do more. */
  @Test
  void needlessFallback() throws IOException {
    ClientHello hello =
        hello(TlsVersion.TLS_1_1).withSuites(List.of(0x002F, CipherSuites.FALLBACK_SCSV));

    assertThat(outcome("fallback", hello, options(CA.chain(HOST), "-cipher", ALL)))
        .isEqualTo(new Alert(2, 86));
  }

  @Test
  void ssl2IsNothingThatOpensslKnows() throws IOException {
    List<Integer> kinds =
        CipherSuites.in(TlsVersion.SSL_2).stream().map(SuiteProperties::code).toList();
    try (OpensslServer server = OpensslServer.start(options(CA.chain(HOST), "-tls1_2"))) {
      assertThat(ask("ssl2", server.address(), Ssl2Hello.of(kinds).encode()))
          .isInstanceOfAny(Closed.class, Alert.class);
    }
  }

  /** A hello in the form of SSLv2 that offers TLS gets a ServerHello of TLS. */
  @Test
  void oldFormOfHello() throws IOException {
    Ssl2Hello hello = new Ssl2Hello(0x0302, List.of(0x00002F), Bytes.of(new byte[32]));
    List<String> options = options(CA.chain(HOST), "-tls1_1", "-cipher", "AES128-SHA:@SECLEVEL=0");
    try (OpensslServer server = OpensslServer.start(options)) {
      assertThat(ask("old-form", server.address(), hello.encode()))
          .isInstanceOfSatisfying(
              Accepted.class, a -> assertThat(a.flight().suite()).isEqualTo(0x002F));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 500})
  void hellosInPieces(int longest) throws IOException {
    try (OpensslServer server = OpensslServer.start(options(CA.chain(HOST), "-tls1_2"))) {
      assertThat(ask("", server.address(), hello(TlsVersion.TLS_1_2).encode(longest)))
          .isInstanceOf(Accepted.class);
    }
  }

  /** Offering all and leaving out what was chosen ends with what openssl says it has. */
  @ParameterizedTest
  @CsvSource({"-tls1_2, TLS_1_2", "-tls1_1, TLS_1_1"})
  void enumeration(String option, TlsVersion version) throws IOException {
    Set<String> found = new TreeSet<>();
    ClientHello hello = hello(version);
    List<String> options = options(CA.chain(HOST), option, "-cipher", ALL);
    try (OpensslServer server = OpensslServer.start(options)) {
      while (ask("", server.address(), hello.encode()) instanceof Accepted(ServerFlight flight)) {
        found.add(CipherSuites.named(flight.suite()).name());
        hello = hello.withSuites(without(hello.suites(), flight.suite()));
      }
    }
    assertThat(found).isEqualTo(usableWithRsa(option));
  }

  private static List<Integer> without(List<Integer> suites, int chosen) {
    return suites.stream().filter(suite -> suite != chosen).toList();
  }

  /** What needs an RSA certificate or none, and neither passwords nor pre-shared keys. */
  private static Set<String> usableWithRsa(String option) throws IOException {
    Process process =
        new ProcessBuilder("openssl", "ciphers", "-s", option, "-v", "-stdname", ALL).start();
    return process
        .inputReader(StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> line.contains("Au=RSA") || line.contains("Au=None"))
        .filter(line -> !line.contains("PSK") && !line.contains("SRP"))
        .map(line -> line.strip().split(" ", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        NamedGroup.X25519MLKEM768,
        NamedGroup.SecP256r1MLKEM768,
        NamedGroup.SecP384r1MLKEM1024,
        NamedGroup.MLKEM512,
        NamedGroup.MLKEM768,
        NamedGroup.MLKEM1024,
        NamedGroup.brainpoolP384r1tls13
      })
  void retryForGroupsThatOpensslHasNot(int group) throws IOException {
    try (BouncyServer server = BouncyServer.start(Manner.tls13(CA.chain(HOST), group))) {
      HelloOutcome outcome =
          ask("retry-%04x".formatted(group), server.address(), hello13().encode());

      ServerFlight flight = ((Accepted) outcome).flight();
      assertThat(flight.hello().retry()).isTrue();
      assertThat(flight.hello().group()).isEqualTo(OptionalInt.of(group));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {NamedGroup.x448, NamedGroup.brainpoolP256r1, NamedGroup.secp256r1})
  void curvesOfTheBouncyCastle(int group) throws IOException {
    Manner manner = Manner.tls12(CA.chain(HOST), 0xC02F, group);
    try (BouncyServer server = BouncyServer.start(manner)) {
      HelloOutcome outcome =
          ask(
              "bc-" + group,
              server.address(),
              hello(TlsVersion.TLS_1_2).with(Extensions.supportedGroups(List.of(group))).encode());

      KeyExchange exchange = ((Accepted) outcome).flight().keyExchange().orElseThrow();
      assertThat(((KeyExchange.Ecdh) exchange).group()).isEqualTo(group);
      assertThat(exchange.signature()).isEqualTo(new Signature.Scheme(0x0804));
    }
  }

  @Test
  void primeOfTheServersOwn() throws IOException {
    BigInteger prime = BigInteger.TWO.pow(767).nextProbablePrime();
    Manner manner = Manner.tls12(CA.chain(HOST), 0x009E, NamedGroup.ffdhe2048).prime(prime);
    try (BouncyServer server = BouncyServer.start(manner)) {
      ClientHello hello = hello(TlsVersion.TLS_1_2).without(Extensions.SUPPORTED_GROUPS);
      HelloOutcome outcome = ask("bc-prime", server.address(), hello.encode());

      KeyExchange.Dh dh =
          (KeyExchange.Dh) ((Accepted) outcome).flight().keyExchange().orElseThrow();
      assertThat(number(dh.p())).isEqualTo(prime);
      assertThat(DhPrime.of(dh.p()).bits()).isEqualTo(768);
      assertThat(DhPrime.of(dh.p()).name()).isEmpty();
    }
  }

  private static ServerFlight accepted(String name, ClientHello hello, List<String> options)
      throws IOException {
    HelloOutcome outcome = outcome(name, hello, options);
    assertThat(outcome).isInstanceOf(Accepted.class);
    return ((Accepted) outcome).flight();
  }

  private static HelloOutcome outcome(String name, ClientHello hello, List<String> options)
      throws IOException {
    try (OpensslServer server = OpensslServer.start(options)) {
      return ask(name, server.address(), hello.encode());
    }
  }

  private static BigInteger number(Bytes octets) {
    return new BigInteger(1, octets.toArray());
  }

  private List<String> options(Chain chain, String... more) throws IOException {
    Chain.PemFiles leaf = chain.leafOnly().write(folder, "leaf");
    Chain issuers =
        new Chain(chain.key(), chain.certificates().subList(1, chain.certificates().size()));
    Path file = Files.writeString(folder.resolve("issuers.pem"), issuers.certificatesPem());
    List<String> options =
        new ArrayList<>(
            List.of(
                "-cert",
                leaf.certificates().toString(),
                "-key",
                leaf.key().toString(),
                "-cert_chain",
                file.toString()));
    options.addAll(List.of(more));
    return options;
  }
}
