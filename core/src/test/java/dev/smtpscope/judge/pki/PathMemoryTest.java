package dev.smtpscope.judge.pki;

import static dev.smtpscope.fixture.Certificates.ANCHORS;
import static dev.smtpscope.fixture.Certificates.CA;
import static dev.smtpscope.fixture.Certificates.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.testkit.CertificateSpec;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

class PathMemoryTest {
  private static final String HOST = "mail.example.org";

  @Test
  void buildsOnce() {
    List<X500Principal> asked = new ArrayList<>();
    PathMemory memory = new PathMemory(counting(asked));
    List<PeerCertificate> chain = sent(CA.chain(HOST));
    PathVerdict first = PathVerdict.of(chain, memory, Scenes.NOW);
    int once = asked.size();
    assertThat(PathVerdict.of(chain, memory, Scenes.NOW.plusSeconds(1))).isSameAs(first);
    assertThat(asked).hasSize(once);
  }

  @Test
  void otherCertificatesAreAnotherPath() {
    PathMemory memory = new PathMemory(ANCHORS);
    PathVerdict whole = PathVerdict.of(sent(CA.chain(HOST)), memory, Scenes.NOW);
    PathVerdict part = PathVerdict.of(sent(CA.chain(HOST).leafOnly()), memory, Scenes.NOW);
    assertThat(whole).isInstanceOf(PathVerdict.Trusted.class);
    assertThat(part).isInstanceOf(PathVerdict.Incomplete.class);
  }

  /** Of two intermediates of the same key, the one that is valid at the time is taken. */
  @Test
  void verdictsAreThoseOfTheAnchorsAtAnyTime() {
    CertificateSpec spec = CA.authority("Test Intermediate").keyUse("two");
    Identity old = CA.issue(spec.expired(Duration.ofDays(3)), CA.root());
    Identity next = CA.issue(spec.notYetValid(Duration.ofDays(3)), CA.root());
    Chain chain = Chain.of(CA.issue(CA.server(HOST), old), old, next);
    PathMemory memory = new PathMemory(ANCHORS);
    for (int day : List.of(0, -5, 5, -4, 4, 0, 6, -6, 200)) {
      Instant at = Scenes.NOW.plus(Duration.ofDays(day));
      assertThat(PathVerdict.of(sent(chain), memory, at))
          .as("day %d", day)
          .isEqualTo(PathVerdict.of(sent(chain), ANCHORS, at));
    }
  }

  private static TrustAnchors counting(List<X500Principal> asked) {
    return new TrustAnchors() {
      @Override
      public String name() {
        return ANCHORS.name();
      }

      @Override
      public Collection<X509Certificate> bySubject(X500Principal subject) {
        asked.add(subject);
        return ANCHORS.bySubject(subject);
      }
    };
  }
}
