package dev.smtpscope.judge.guideline;

import static dev.smtpscope.facts.TlsVersion.TLS_1_0;
import static dev.smtpscope.facts.TlsVersion.TLS_1_1;
import static dev.smtpscope.facts.TlsVersion.TLS_1_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.fixture.Audited;
import dev.smtpscope.fixture.Session;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.guideline.GuidelineVerdict.Clause;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GuidelinesTest {
  static final List<String> NAMES = Guidelines.NAMES;

  private static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyRequirementCanBeReadAndJudged(String name) {
    assertThat(judge(name, Audited.good()).clauses())
        .hasSizeGreaterThan(10)
        .allSatisfy(c -> assertThat(c.requirement() + c.evidence()).doesNotContain(" | "));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void nothingIsMetThatIsNotKnown(String name) {
    Audited blank = Audited.good().notExhaustive().endedEarly("421 too many");
    for (TlsVersion version : TlsVersion.values()) {
      blank.speaks(version, Trait.unknown("no answer"));
    }
    for (Feature feature : Feature.values()) {
      blank.without(feature);
    }
    Offering offering = new Offering(blank.facts(), Optional.empty());

    assertThat(Guidelines.judge(name, offering).known()).isFalse();
    assertThat(Guidelines.judge(name, offering).clauses())
        .filteredOn(c -> c.standing() != Standing.NOT_KNOWN)
        .extracting(Clause::requirement)
        .allMatch(text -> text.contains("curves P-256 and X25519") || text.contains("signatures"));
  }

  @Test
  void aServerBeyondReproachMeetsRfc9325() {
    GuidelineVerdict verdict = judge("rfc9325", Audited.good());
    assertThat(failed(verdict)).isEmpty();
    assertThat(verdict.verdict()).isEqualTo("met");
  }

  @Test
  void oldVersionsFailRfc9325() {
    GuidelineVerdict verdict =
        judge("rfc9325", Audited.good().accepts(TLS_1_0, CBC).accepts(TLS_1_1, CBC));
    assertThat(failed(verdict)).containsExactly("3.1.1", "3.1.1");
    assertThat(verdict.verdict()).isEqualTo("not met");
  }

  @Test
  void cbcIsARecommendationAndOffWithEncryptThenMac() {
    Audited cbc = Audited.good().accepts(TLS_1_2, CBC);
    assertThat(judge("rfc9325", cbc).verdict()).isEqualTo("met");
    assertThat(judge("rfc9325", cbc.has(Feature.ENCRYPT_THEN_MAC, Trait.no("no"))).verdict())
        .isEqualTo("met but for recommendations");
  }

  /** Its key is of 2048 bits. */
  @Test
  void ncscGrades() {
    assertThat(ncsc(deep())).isEqualTo("phase out");
    assertThat(ncsc(deep().accepts(TLS_1_1, CBC))).isEqualTo("insufficient");
    assertThat(ncsc(deep().has(Feature.COMPRESSION, Trait.yes("DEFLATE"))))
        .isEqualTo("insufficient");
    assertThat(ncsc(Audited.good().without(Feature.COMPRESSION)))
        .isEqualTo("not known, at best phase out");
    assertThat(ncsc(deep().accepts(TLS_1_2, CBC))).isEqualTo("insufficient");
    assertThat(ncsc(deep().accepts(TLS_1_2, CBC + "256"))).isEqualTo("phase out");
  }

  @Test
  void ncscPhasesOutDiffieHellmanInKnownGroupsAndTakesNoOthers() {
    String dhe = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";
    assertThat(ncsc(deep().prime(dhe, 3072, "RFC 7919 ffdhe3072"))).isEqualTo("phase out");
    assertThat(ncsc(deep().prime(dhe, 3072, "RFC 3526 group 15"))).isEqualTo("insufficient");
    assertThat(ncsc(deep().prime(dhe, 2048, "RFC 7919 ffdhe2048"))).isEqualTo("insufficient");
    assertThat(ncsc(deep().prime(dhe, 4096, ""))).isEqualTo("insufficient");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyDocumentHasItsEditionAndDate(String name) {
    assertThat(Guidelines.named(name).title())
        .containsPattern("RFC 9325|guideline [0-9.]+|(edition|version) [0-9-]+")
        .containsPattern("(January|April|May|November) 20\\d\\d");
  }

  private static String ncsc(Audited audited) {
    return judge("ncsc-nl", audited).verdict();
  }

  @Test
  void modernMeansTls13Alone() {
    assertThat(failed(judge("mozilla-modern", Audited.good()))).contains("tls_versions");
    assertThat(failed(judge("mozilla-intermediate", Audited.good())))
        .doesNotContain("tls_versions", "ciphers", "ciphersuites", "tls_curves");
  }

  @Test
  void bsiDoesNotKnowX25519Alone() {
    assertThat(judge("bsi-tr-02102-2", Audited.good()).clauses())
        .filteredOn(c -> c.clause().startsWith("3.4.2,"))
        .extracting(Clause::evidence)
        .containsExactly("x25519");
  }

  private static Audited deep() {
    return Audited.good().shows(ActiveTest.CLIENT_RENEGOTIATION, Trait.no("refused"));
  }

  private static List<String> failed(GuidelineVerdict verdict) {
    return verdict.clauses().stream()
        .filter(c -> c.standing() == Standing.NOT_MET)
        .map(Clause::clause)
        .toList();
  }

  private static GuidelineVerdict judge(String name, Audited audited) {
    return Guidelines.judge(
        name, new Offering(audited.facts(), Optional.of(Session.good().session())));
  }
}
