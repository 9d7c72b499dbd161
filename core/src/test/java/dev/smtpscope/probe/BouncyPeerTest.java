package dev.smtpscope.probe;

import static dev.smtpscope.probe.Probing.CA;
import static dev.smtpscope.probe.Probing.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.BouncyServer.Manner;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Chain;
import java.io.IOException;
import java.math.BigInteger;
import java.util.OptionalInt;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that the openssl of a stable distribution does not have, and outsize ones. */
class BouncyPeerTest {
  private static final Chain CHAIN = CA.chain(HOST);

  /** We bring a key share for x25519 alone: anything else needs a HelloRetryRequest. */
  @ParameterizedTest
  @CsvSource({
    "X25519MLKEM768,0x11ec,2,true",
    "SecP256r1MLKEM768,0x11eb,2,true",
    "secp384r1,0x18,2,false",
    "x448,0x1e,2,false",
    "ffdhe3072,0x101,2,false",
    "x25519,0x1d,1,false"
  })
  void groupOfTls13(String name, String code, int hellos, boolean postQuantum) throws IOException {
    int group = Integer.decode(code);
    try (BouncyServer server = BouncyServer.start(Manner.tls13(CHAIN, group))) {
      TlsSession session = session(probe(server));

      assertThat(session.version()).isEqualTo(TlsVersion.TLS_1_3);
      assertThat(session.group())
          .hasValueSatisfying(seen -> {
            assertThat(seen.code()).isEqualTo(group);
            assertThat(seen.name()).isEqualTo(name);
            assertThat(seen.isPostQuantum()).isEqualTo(postQuantum);
          });
      assertThat(server.hellos()).isEqualTo(hellos);
    }
  }

  @Test
  void primeOfEightThousandBitsIsTaken() throws IOException {
    assertThat(session(dhe(8192)).group().orElseThrow().dhBits()).isEqualTo(OptionalInt.of(8192));
  }

  /** Each exponentiation would cost seconds, so the prime is refused before the first. */
  @Test
  void primeOfSixteenThousandBitsIsRefused() throws IOException {
    TlsOutcome outcome = dhe(16_384);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TlsOutcome.Failed.class,
            failed -> {
              assertThat(failed.failure())
                  .isInstanceOfSatisfying(
                      HandshakeFailure.AlertSent.class,
                      sent -> assertThat(sent.alert().name()).isEqualTo("insufficient_security"));
              assertThat(failed.version()).contains(TlsVersion.TLS_1_2);
              assertThat(failed.certificates()).hasSize(2);
            });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void secureRenegotiation(boolean secured) throws IOException {
    Manner usual =
        Manner.tls12(
            CHAIN, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, NamedGroup.secp256r1);
    Manner manner = secured ? usual : usual.withoutRenegotiationInfo();
    try (BouncyServer server = BouncyServer.start(manner)) {
      assertThat(session(probe(server)).secureRenegotiation()).isEqualTo(secured);
    }
  }

  private static TlsOutcome dhe(int bits) throws IOException {
    BigInteger prime = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.valueOf(159));
    Manner manner =
        Manner.tls12(CHAIN, CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, NamedGroup.x25519)
            .prime(prime);
    try (BouncyServer server = BouncyServer.start(manner)) {
      return probe(server);
    }
  }

  private static TlsOutcome probe(BouncyServer server) {
    return Probing.probe(server.address(), TlsMode.IMPLICIT, Probing.PATIENT).tls();
  }

  private static TlsSession session(TlsOutcome outcome) {
    assertThat(outcome).isInstanceOf(TlsOutcome.Established.class);
    return ((TlsOutcome.Established) outcome).session();
  }
}
