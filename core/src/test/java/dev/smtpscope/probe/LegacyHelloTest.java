package dev.smtpscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.HelloOutcome.Accepted;
import dev.smtpscope.probe.hello.KeyExchange;
import dev.smtpscope.probe.hello.KeyExchange.Signature;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.DhPrime;
import dev.smtpscope.reference.tls.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenSSL no longer speaks, out of the JDK, which still can. */
class LegacyHelloTest {
  private static final String RSA_RC4_40 = "SSLv3 SSL_RSA_EXPORT_WITH_RC4_40_MD5";
  private static final String RSA_DES40 = "TLSv1 SSL_RSA_EXPORT_WITH_DES40_CBC_SHA";
  private static final String DHE_DES40 = "SSLv3 SSL_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA";
  private static final String DHE_DES = "TLSv1 SSL_DHE_RSA_WITH_DES_CBC_SHA";
  private static final String RC4 = "SSLv3 SSL_RSA_WITH_RC4_128_SHA";
  private static final String TRIPLE_DES = "TLSv1.1 SSL_RSA_WITH_3DES_EDE_CBC_SHA";
  private static final String NULL_MD5 = "TLSv1.2 SSL_RSA_WITH_NULL_MD5";

  @TempDir private static Path folder;
  private static LegacyJsseServer server;

  @BeforeAll
  static void start() throws IOException {
    server =
        LegacyJsseServer.start(
            folder, List.of(RSA_RC4_40, RSA_DES40, DHE_DES40, DHE_DES, RC4, TRIPLE_DES, NULL_MD5));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The key of 512 bits is made for the occasion. */
  @ParameterizedTest
  @CsvSource({RSA_RC4_40 + ", SSL_3, 0x0003", RSA_DES40 + ", TLS_1_0, 0x0008"})
  void keysForExport(String manner, TlsVersion version, int suite) throws IOException {
    ServerFlight flight = flight(manner, version);

    assertThat(flight.version()).isEqualTo(Versions.code(version));
    assertThat(flight.suite()).isEqualTo(suite);
    assertThat(flight.certificates()).hasSize(2);
    assertThat(flight.keyExchange())
        .contains(new KeyExchange.ExportRsa(512, new Signature.Fixed()));
    assertThat(flight.done()).isTrue();
  }

  @Test
  void primeForExport() throws IOException {
    ServerFlight flight = flight(DHE_DES40, TlsVersion.SSL_3);

    assertThat(flight.suite()).isEqualTo(0x0014);
    assertThat(prime(flight).bits()).isEqualTo(512);
    assertThat(prime(flight).name()).contains("JDK built-in 512");
  }

  @Test
  void standardPrime() throws IOException {
    ServerFlight flight = flight(DHE_DES, TlsVersion.TLS_1_0);

    assertThat(flight.suite()).isEqualTo(0x0015);
    assertThat(prime(flight).name()).contains("RFC 7919 ffdhe2048");
  }

  @ParameterizedTest
  @CsvSource({
    RC4 + ", SSL_3, 0x0005",
    TRIPLE_DES + ", TLS_1_1, 0x000A",
    NULL_MD5 + ", TLS_1_2, 0x0001"
  })
  void oldCiphers(String manner, TlsVersion version, int suite) throws IOException {
    ServerFlight flight = flight(manner, version);

    assertThat(flight.version()).isEqualTo(Versions.code(version));
    assertThat(flight.suite()).isEqualTo(suite);
    assertThat(flight.keyExchange()).isEmpty();
  }

  private static DhPrime prime(ServerFlight flight) {
    return DhPrime.of(((KeyExchange.Dh) flight.keyExchange().orElseThrow()).p());
  }

  private static ServerFlight flight(String manner, TlsVersion version) throws IOException {
    ClientHello hello = Hellos.hello(version).without(Extensions.SUPPORTED_GROUPS);
    String name = "jdk-" + manner.replace(' ', '-');
    HelloOutcome outcome = Hellos.ask(name, server.address(manner), hello.encode());
    assertThat(outcome).isInstanceOf(Accepted.class);
    return ((Accepted) outcome).flight();
  }
}
