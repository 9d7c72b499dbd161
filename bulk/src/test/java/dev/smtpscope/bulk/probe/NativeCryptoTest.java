package dev.smtpscope.bulk.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.crypto.CertificateSignature;
import dev.smtpscope.crypto.NativeCrypto;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.scan.DirectProber;
import dev.smtpscope.scan.Prober.Visit;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.Service;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With Corretto's provider on the class path. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativeCryptoTest {
  private static final String HOST = "mx.example.net";

  @Test
  void isFound() {
    assertThat(NativeCrypto.provider()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"EC_P256", "EC_P384", "RSA_2048", "ED25519"})
  void certificatesAreSignedByTheirIssuersAlone(KeyType type) {
    TestCa ca = TestCa.now("Native", type);
    X509Certificate leaf = ca.chain(HOST).leaf();
    X509Certificate stranger = TestCa.now("Strange", type).intermediate().certificate();
    X509Certificate issuer = ca.intermediate().certificate();
    assertThat(CertificateSignature.verifies(leaf, issuer.getPublicKey())).isTrue();
    assertThat(CertificateSignature.verifies(leaf, stranger.getPublicKey())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"EC_P256", "EC_P384", "RSA_2048"})
  void handshakesSucceedWithTheKeyOfTheCertificateAlone(KeyType type) throws IOException {
    Chain chain = TestCa.now("Native", type).chain(HOST);
    Chain forged = new Chain(type.generate().getPrivate(), chain.certificates());
    assertThat(probe(chain).session().orElseThrow().signature()).isPresent();
    assertThat(probe(forged).tls()).isInstanceOf(TlsOutcome.Failed.class);
  }

  private static EndpointFacts probe(Chain chain) throws IOException {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.start(Behaviours.postfix(HOST).tls(ServerTls.of(chain)))) {
      Endpoint endpoint = new Endpoint(server.address(), Service.onPort(server.port()));
      return new DirectProber(ScanOptions.STANDARD)
          .probe(
              new Visit(endpoint, Optional.empty(), Optional.of(HOST)),
              Deadline.after(Duration.ofSeconds(30)),
              ScanListener.NONE);
    }
  }
}
