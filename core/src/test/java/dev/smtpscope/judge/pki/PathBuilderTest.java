package dev.smtpscope.judge.pki;

import static dev.smtpscope.fixture.Certificates.ANCHORS;
import static dev.smtpscope.fixture.Certificates.CA;
import static dev.smtpscope.fixture.Certificates.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.probe.tls.CertificateReader;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathBuilderTest {
  private static final String HOST = "mail.example.org";
  private static final TestCa STRANGER = TestCa.named("Stranger", Scenes.NOW);
  private static final int KEY_CERT_SIGN = 4;
  private static final int DIGITAL_SIGNATURE = 128;

  @Test
  void goodChainEndsInOurAnchor() {
    assertThat(positions(verdict(CA.chain(HOST)))).containsExactly(0, 1, -1);
  }

  @Test
  void rootThatWasSentIsOurAnchorAllTheSame() {
    assertThat(positions(verdict(CA.chain(HOST).plus(CA.root())))).containsExactly(0, 1, 2);
  }

  @Test
  void orderDoesNotMatter() {
    Chain disordered = CA.chain(HOST).plus(STRANGER.root()).plus(CA.root()).swapped();
    assertThat(positions(verdict(disordered))).containsExactly(0, 3, 1);
  }

  @Test
  void datesAreLeftAside() {
    Chain expired = CA.chain(CA.server(HOST).expired(Duration.ofDays(3)));
    assertThat(verdict(expired)).isInstanceOf(PathVerdict.Trusted.class);
  }

  @Test
  void missingIntermediateIsNamed() {
    Chain leafOnly = CA.chain(CA.server(HOST).caIssuers("http://ca.example/i.der")).leafOnly();
    PathVerdict.Incomplete incomplete = (PathVerdict.Incomplete) verdict(leafOnly);
    assertThat(incomplete.missingIssuer())
        .isEqualTo(
            CertificateReader.read(der(CA.intermediate())).details().orElseThrow().subject());
    assertThat(incomplete.issuerUrls()).containsExactly("http://ca.example/i.der");
    assertThat(incomplete.path()).hasSize(1);
  }

  @Test
  void strangersRootIsUntrusted() {
    PathVerdict verdict = verdict(STRANGER.chain(HOST).plus(STRANGER.root()));
    assertThat(((PathVerdict.UntrustedRoot) verdict).path()).hasSize(3);
  }

  @Test
  void selfSignedIsToldFromSelfIssued() {
    assertThat(verdict(Chain.of(CA.selfSigned(CA.server(HOST)))))
        .isEqualTo(new PathVerdict.SelfSigned());
    assertThat(verdict(Chain.of(CA.selfIssued(CA.server(HOST)))))
        .isInstanceOf(PathVerdict.Incomplete.class);
  }

  @Test
  void selfSignedThatIsAnAnchorIsTrusted() {
    Identity own = CA.selfSigned(CA.server(HOST));
    TrustAnchors anchors = TrustAnchors.of("own", List.of(own.certificate()));
    assertThat(positions(PathVerdict.of(sent(own), anchors, Scenes.NOW))).containsExactly(0);
  }

  @Test
  void issuerThatIsNoAuthorityBreaksThePath() {
    Identity noCa = CA.issue(CA.authority("Not an authority").authority(false));
    assertThat(brokenBy(noCa)).contains("not marked as an authority");
  }

  @Test
  void issuerWithoutKeyCertSignBreaksThePath() {
    Identity wrongUse = CA.issue(CA.authority("Wrong use").keyUsage(DIGITAL_SIGNATURE));
    assertThat(brokenBy(wrongUse)).contains("keyCertSign");
    Identity rightUse = CA.issue(CA.authority("Right use").keyUsage(KEY_CERT_SIGN));
    assertThat(verdict(Chain.of(CA.issue(CA.server(HOST), rightUse), rightUse, CA.intermediate())))
        .isInstanceOf(PathVerdict.Trusted.class);
  }

  @Test
  void forgedSignatureBreaksThePath() {
    byte[] forged = der(CA.issue(CA.server(HOST)));
    forged[forged.length - 1] ^= 1;
    List<PeerCertificate> certificates = new ArrayList<>(List.of(CertificateReader.read(forged)));
    certificates.addAll(sent(CA.intermediate()));
    PathVerdict verdict = PathVerdict.of(certificates, ANCHORS, Scenes.NOW);
    assertThat(((PathVerdict.Broken) verdict).reason()).contains("signature").contains("verify");
  }

  @Test
  void crossSignedRootLeadsToTheAnchor() {
    Identity crossSigned =
        new Identity(
            CA.issue(
                    STRANGER
                        .authority("Stranger Root")
                        .key(KeyType.RSA_2048)
                        .keyUse("CN=Stranger Root,O=smtpscope testkit"),
                    CA.root())
                .certificate(),
            STRANGER.root().key());
    Chain chain = STRANGER.chain(HOST).plus(STRANGER.root()).plus(crossSigned);
    assertThat(positions(verdict(chain))).containsExactly(0, 1, 3, -1);
  }

  @Test
  void weakSignatureAndKeyAreLeftToTheirOwnChecks() {
    Chain weak = CA.chain(CA.server(HOST).key(KeyType.RSA_1024).signature("MD5withRSA"));
    assertThat(verdict(weak)).isInstanceOf(PathVerdict.Trusted.class);
  }

  @Test
  void circleOfAuthoritiesEnds() {
    List<PeerCertificate> circle = new ArrayList<>(sent(CA.chain(HOST).leafOnly()));
    for (int i = 0; i < 49; i++) {
      circle.addAll(sent(CA.selfIssued(CA.authority("Test Intermediate").key(KeyType.EC_P256))));
    }
    assertThat(PathVerdict.of(circle, ANCHORS, Scenes.NOW)).isNotNull();
  }

  @Test
  void garbageInFrontIsUnreadableAndBehindIsPassedOver() {
    PeerCertificate garbage = CertificateReader.read("x".getBytes(StandardCharsets.UTF_8));
    List<PeerCertificate> chain = sent(CA.chain(HOST));
    assertThat(PathVerdict.of(List.of(garbage, chain.getFirst()), ANCHORS, Scenes.NOW))
        .isEqualTo(new PathVerdict.Unreadable());
    assertThat(
            positions(
                PathVerdict.of(
                    List.of(chain.getFirst(), garbage, chain.get(1)), ANCHORS, Scenes.NOW)))
        .containsExactly(0, 2, -1);
  }

  private static String brokenBy(Identity issuer) {
    Chain chain = Chain.of(CA.issue(CA.server(HOST), issuer), issuer, CA.intermediate());
    return ((PathVerdict.Broken) verdict(chain)).reason();
  }

  private static PathVerdict verdict(Chain chain) {
    return PathVerdict.of(sent(chain), ANCHORS, Scenes.NOW);
  }

  private static List<Integer> positions(PathVerdict verdict) {
    return ((PathVerdict.Trusted) verdict).path().stream().map(PathVerdict.Link::position).toList();
  }

  private static byte[] der(Identity identity) {
    return sent(identity).getFirst().der().toArray();
  }
}
