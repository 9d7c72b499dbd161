package dev.smtpscope.probe.tls;

import static dev.smtpscope.fixture.Certificates.CA;
import static dev.smtpscope.fixture.Certificates.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.smtpscope.facts.OcspStaple;
import dev.smtpscope.facts.OcspStaple.Content;
import dev.smtpscope.facts.OcspStaple.Signature;
import dev.smtpscope.facts.OcspStaple.Status;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.fixture.OcspResponses;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.testkit.CertificateSpec;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.TestCa;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OcspReaderTest {
  private static final Chain CHAIN = CA.chain("mail.example.org");
  private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
  private static final CertificateSpec RESPONDER =
      CA.server("ocsp.example").subject("CN=Responder").extendedKeyUsage(OCSP_SIGNING);
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void readsAGoodAnswer() {
    Content.Answered answer = answer(response());

    assertThat(answer)
        .isEqualTo(
            new Content.Answered(
                true,
                new Status.Good(),
                Scenes.NOW.minusSeconds(86_400),
                Optional.of(Scenes.NOW.plusSeconds(6 * 86_400)),
                Scenes.NOW.minusSeconds(86_400),
                "O=smtpscope testkit,CN=Test Intermediate",
                Signature.VALID));
  }

  @Test
  void readsRevocation() {
    assertThat(answer(response().revoked(AT, 1)).status())
        .isEqualTo(new Status.Revoked(AT, Optional.of("keyCompromise")));
    assertThat(answer(response().unknown()).status()).isEqualTo(new Status.Unknown());
    assertThat(answer(response().open()).nextUpdate()).isEmpty();
  }

  @Test
  void authorisedResponderSignsInTheIssuersName() {
    Identity responder = CA.issue(RESPONDER);
    assertThat(signature(responder)).isEqualTo(Signature.VALID);
  }

  @Test
  void othersDoNot() {
    assertThat(signature(CA.issue(RESPONDER.extendedKeyUsage("1.3.6.1.5.5.7.3.1"))))
        .isEqualTo(Signature.INVALID);
    TestCa stranger = TestCa.named("Stranger", Scenes.NOW);
    assertThat(signature(stranger.issue(RESPONDER))).isEqualTo(Signature.INVALID);
    assertThat(signature(CA.issue(RESPONDER, CA.root()))).isEqualTo(Signature.INVALID);
  }

  @Test
  void withoutIssuerTheSignatureIsNotChecked() {
    byte[] der = response().about(CHAIN.leaf());
    Content.Answered answer = OcspReader.read(der, sent(CHAIN.leafOnly())).answer().orElseThrow();
    assertThat(answer.signature()).isEqualTo(Signature.UNCHECKED);
    assertThat(answer.aboutLeaf()).isTrue();
  }

  @Test
  void tellsAnotherCertificate() {
    assertThat(read(response().about(CA.chain("other.example").leaf())).aboutLeaf()).isFalse();
    byte[] sameSerial = OcspResponses.by(CA.root()).about(CHAIN.leaf());
    assertThat(read(sameSerial).aboutLeaf()).isFalse();
    assertThat(OcspReader.read(sameSerial, List.of()).answer().orElseThrow().aboutLeaf()).isFalse();
  }

  /** RFC 6960: {@code OCSPResponse ::= SEQUENCE { responseStatus ENUMERATED, ... OPTIONAL }}. */
  @Test
  void namesTheErrorOfAResponder() {
    byte[] tryLater = {0x30, 0x03, 0x0a, 0x01, 0x03};
    assertThat(OcspReader.read(tryLater, sent(CHAIN)).content())
        .isEqualTo(new Content.Unsuccessful("tryLater"));
    byte[] beyond = {0x30, 0x03, 0x0a, 0x01, 0x63};
    assertThat(OcspReader.read(beyond, sent(CHAIN)).content())
        .isEqualTo(new Content.Unsuccessful("99"));
  }

  @Test
  void changedBytesNeverThrowAndNeverVerify() {
    byte[] der = response().about(CHAIN.leaf());
    List<PeerCertificate> sent = sent(CHAIN);
    Random random = new Random(6960);
    for (int i = 0; i < 2000; i++) {
      byte[] changed =
          Arrays.copyOf(der, random.nextInt(8) == 0 ? random.nextInt(der.length) : der.length);
      for (int n = random.nextInt(4); n >= 0 && changed.length > 0; n--) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      assertThatCode(() -> OcspReader.read(changed, sent)).doesNotThrowAnyException();
    }
    der[der.length - 1] ^= 1;
    assertThat(read(der).signature()).isEqualTo(Signature.INVALID);
  }

  @Test
  void deepNestingIsUnreadable() {
    byte[] deep = new byte[60_000];
    for (int i = 0; i < deep.length; i += 2) {
      deep[i] = 0x30;
      deep[i + 1] = (byte) 0x80;
    }
    assertThat(OcspReader.read(deep, sent(CHAIN)).content()).isInstanceOf(Content.Unreadable.class);
    assertThat(OcspReader.read(new byte[0], List.of()).content())
        .isInstanceOf(Content.Unreadable.class);
  }

  private static OcspResponses response() {
    return OcspResponses.by(CA.intermediate());
  }

  private static Content.Answered answer(OcspResponses response) {
    return read(response.about(CHAIN.leaf()));
  }

  private static Signature signature(Identity responder) {
    return answer(OcspResponses.by(responder).inTheNameOf(CA.intermediate().certificate()))
        .signature();
  }

  private static Content.Answered read(byte[] der) {
    OcspStaple staple = OcspReader.read(der, sent(CHAIN));
    assertThat(staple.der().toArray()).isEqualTo(der);
    return staple.answer().orElseThrow();
  }
}
