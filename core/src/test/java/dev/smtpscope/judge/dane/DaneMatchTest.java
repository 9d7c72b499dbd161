package dev.smtpscope.judge.dane;

import static dev.smtpscope.fixture.Certificates.CA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.dns.RecordData.Tlsa;
import dev.smtpscope.fixture.Certificates;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.dane.DaneMatch.Cause;
import dev.smtpscope.testkit.CertificateSpec;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.TestCa;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaneMatchTest {
  private static final String MX = "mx.example.org";
  private static final String TLSA = "_25._tcp." + MX;
  private static final Chain CHAIN = CA.chain(MX);
  private static final Chain EXPIRED = CA.chain(CA.server(MX).expired(Duration.ofDays(3)));
  private static final Chain STRANGER = CA.chain("elsewhere.example.com");

  private final MailDomain domain = MailDomain.of("example.org");

  private DaneMatch match(Scene scene) {
    HostContext host = domain.host(MX, 10, scene).context(MX);
    return DaneMatch.of((Dane.Usable) Dane.of(host, 25), host.endpoints().getFirst());
  }

  private DaneMatch match(Chain chain) {
    return match(MailDomain.server(chain, MX));
  }

  private DaneMatchTest publish(int usage, int selector, int matchingType, Identity identity) {
    return publish(usage, selector, matchingType, Certificates.sent(identity).getFirst());
  }

  private DaneMatchTest publish(int usage, int selector, int type, PeerCertificate certificate) {
    Tlsa tlsa = Association.of(usage, selector, type, certificate).orElseThrow();
    domain.dns.tlsa(TLSA, usage, selector, type, tlsa.data());
    return this;
  }

  private DaneMatchTest publishLeaf(int usage, int selector, int type, Chain chain) {
    return publish(usage, selector, type, Certificates.sent(chain).getFirst());
  }

  private static Cause cause(DaneMatch match) {
    return ((DaneMatch.Mismatch) match).cause();
  }

  private static int depth(DaneMatch match) {
    return ((DaneMatch.Matched) match).depth();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "0,2", "1,0", "1,1", "1,2"})
  void everyKindOfRecordMatchesTheServer(int selector, int type) {
    assertThat(depth(publishLeaf(3, selector, type, CHAIN).match(CHAIN))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "0,2", "1,0", "1,1", "1,2"})
  void everyKindOfRecordMatchesTheAuthority(int selector, int type) {
    assertThat(depth(publish(2, selector, type, CA.intermediate()).match(CHAIN))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "1,2"})
  void theServersRecordsDoNotMatchAnother(int selector, int type) {
    assertThat(cause(publishLeaf(3, selector, type, STRANGER).match(CHAIN)))
        .isEqualTo(Cause.NO_RECORD);
  }

  @Test
  void usageThreeIgnoresNames() {
    assertThat(publishLeaf(3, 1, 1, STRANGER).match(STRANGER))
        .isInstanceOf(DaneMatch.Matched.class);
  }

  @Test
  void usageThreeIgnoresDates() {
    assertThat(publishLeaf(3, 1, 1, EXPIRED).match(EXPIRED)).isInstanceOf(DaneMatch.Matched.class);
  }

  @Test
  void usageThreeIsOfTheServerAlone() {
    assertThat(cause(publish(3, 1, 1, CA.intermediate()).match(CHAIN))).isEqualTo(Cause.NO_RECORD);
  }

  @Test
  void usageTwoMindsNames() {
    assertThat(cause(publish(2, 1, 1, CA.intermediate()).match(STRANGER))).isEqualTo(Cause.NAME);
  }

  @ParameterizedTest
  @CsvSource({"mx.example.org", "example.org", "*.example.org"})
  void usageTwoTakesTheHostAndTheDomain(String name) {
    Chain chain = CA.chain(name);
    assertThat(publish(2, 1, 1, CA.intermediate()).match(chain))
        .isInstanceOf(DaneMatch.Matched.class);
  }

  @Test
  void usageTwoMindsDates() {
    assertThat(cause(publish(2, 1, 1, CA.intermediate()).match(EXPIRED))).isEqualTo(Cause.DATE);
  }

  @Test
  void usageTwoNeedsTheAuthorityToBeSent() {
    assertThat(cause(publish(2, 1, 1, CA.root()).match(CHAIN))).isEqualTo(Cause.NO_RECORD);
  }

  @Test
  void usageTwoTakesARootThatIsSent() {
    assertThat(depth(publish(2, 1, 1, CA.root()).match(CHAIN.plus(CA.root())))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void usageTwoMayHoldTheAuthorityItself(int selector) {
    assertThat(depth(publish(2, selector, 0, CA.root()).match(CHAIN))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "0,0"})
  void usageTwoIsNotOfTheServer(int selector, int type) {
    Chain alone = Chain.of(CA.selfSigned(CA.server(MX)));
    assertThat(publishLeaf(2, selector, type, alone).match(alone))
        .isInstanceOf(DaneMatch.Mismatch.class);
  }

  /** Whoever can send certificates can send that of a well-known authority along. */
  @Test
  void usageTwoNeedsAWayToTheAuthority() {
    TestCa other = TestCa.named("Other", Scenes.NOW);
    Chain forged = other.chain(MX).plus(CA.intermediate());

    assertThat(cause(publish(2, 1, 1, CA.intermediate()).match(forged))).isEqualTo(Cause.CHAIN);
    assertThat(cause(publish(2, 0, 0, CA.intermediate()).match(forged))).isEqualTo(Cause.CHAIN);
  }

  @Test
  void usageTwoNeedsAnAuthority() {
    CertificateSpec plain = CA.authority("plain").authority(false);
    Identity issuer = CA.issue(plain);
    Chain chain = Chain.of(CA.issue(CA.server(MX), issuer), issuer);

    assertThat(cause(publish(2, 1, 1, issuer).match(chain))).isEqualTo(Cause.CHAIN);
  }

  @Test
  void oneMatchIsEnough() {
    assertThat(publishLeaf(3, 1, 1, STRANGER).publish(2, 1, 1, CA.intermediate()).match(CHAIN))
        .isInstanceOf(DaneMatch.Matched.class);
  }

  @Test
  void anOutrankedRecordDoesNotMatch() {
    assertThat(cause(publishLeaf(3, 1, 1, CHAIN).publishLeaf(3, 1, 2, STRANGER).match(CHAIN)))
        .isEqualTo(Cause.NO_RECORD);
  }

  @Test
  void withoutTlsNothingIsKnown() {
    publishLeaf(3, 1, 1, CHAIN);
    assertThat(match(Scene.on(25).tls(new TlsOutcome.NotOffered())))
        .isEqualTo(new DaneMatch.Unknown("STARTTLS is not offered"));
  }

  @Test
  void aMismatchUnderAnotherNameSaysNothing() {
    publishLeaf(3, 1, 1, STRANGER);
    assertThat(match(MailDomain.server(CHAIN, "other.example.org")))
        .isInstanceOf(DaneMatch.Unknown.class);
  }

  @Test
  void aMatchUnderAnotherNameIsAMatch() {
    publishLeaf(3, 1, 1, STRANGER);
    assertThat(match(MailDomain.server(STRANGER, "other.example.org")))
        .isInstanceOf(DaneMatch.Matched.class);
  }
}
