package dev.smtpscope.bulk.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.target.HostName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateStateTest {
  private static final HostName NAME = new HostName("mail.example.org");
  private static final PathVerdict TRUSTED = new PathVerdict.Trusted(List.of());

  private CertificateDetails leaf;
  private Instant inDate;

  @BeforeEach
  void readCertificate() throws Exception {
    TlsSession session = Reports.of("good").facts().endpoints().getFirst().session().orElseThrow();
    leaf = session.leaf().flatMap(PeerCertificate::details).orElseThrow();
    inDate = leaf.notBefore().plus(Duration.ofDays(1));
  }

  @Test
  void isValidForItsNameInItsTime() {
    assertThat(of(TRUSTED, NAME, inDate)).isEqualTo(CertificateState.VALID);
    assertThat(of(TRUSTED, new HostName("other.example"), inDate))
        .isEqualTo(CertificateState.NAME_MISMATCH);
    assertThat(of(TRUSTED, NAME, leaf.notAfter().plusSeconds(1)))
        .isEqualTo(CertificateState.EXPIRED);
    assertThat(of(TRUSTED, NAME, leaf.notBefore().minusSeconds(1)))
        .isEqualTo(CertificateState.NOT_YET_VALID);
  }

  @Test
  void hasNoNameToMissAtABareAddress() {
    assertThat(
            CertificateState.of(Optional.of(TRUSTED), Optional.of(leaf), Optional.empty(), inDate))
        .isEqualTo(CertificateState.VALID);
  }

  @Test
  void namesWhatIsWrongWithThePath() {
    assertThat(of(new PathVerdict.SelfSigned(), NAME, inDate))
        .isEqualTo(CertificateState.SELF_SIGNED);
    assertThat(of(new PathVerdict.Incomplete(List.of(), "CN=X", List.of()), NAME, inDate))
        .isEqualTo(CertificateState.INCOMPLETE);
    assertThat(of(new PathVerdict.UntrustedRoot(List.of()), NAME, inDate))
        .isEqualTo(CertificateState.UNTRUSTED_ROOT);
    assertThat(of(new PathVerdict.Broken(List.of(), "x"), NAME, inDate))
        .isEqualTo(CertificateState.BROKEN);
    assertThat(CertificateState.of(Optional.empty(), Optional.empty(), Optional.empty(), inDate))
        .isEqualTo(CertificateState.NONE);
  }

  private CertificateState of(PathVerdict path, HostName name, Instant at) {
    return CertificateState.of(Optional.of(path), Optional.of(leaf), Optional.of(name), at);
  }
}
