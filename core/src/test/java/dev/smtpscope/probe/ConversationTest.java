package dev.smtpscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Conversation;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.Script;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
  private static Behaviour postfix() {
    return Behaviours.postfix(Probing.HOST).tls(Probing.goodTls());
  }

  @Test
  void holdsAWholeConversationOverOneConnection() throws Exception {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.start(postfix())) {
      EndpointFacts facts = Probing.probe(server.endpoint(), TlsMode.STARTTLS, Probing.PATIENT);
      Conversation seen = server.awaitConversation(Duration.ofSeconds(10));

      assertThat(seen.commands())
          .isEqualTo(
              """
              EHLO probe.example.net
              STARTTLS
              <TLS>
              EHLO probe.example.net
              QUIT\
              """);
      assertThat(seen.spokeEarly()).isFalse();
      assertThat(seen.serverName()).contains(Probing.HOST);
      assertThat(seen.problem()).isEmpty();
      assertThat(server.connections()).isEqualTo(1);
      assertThat(facts.dial()).isEqualTo(new DialOutcome.Connected());
      assertThat(facts.anomalies()).isEmpty();
      assertThat(facts.quit().received()).map(reply -> reply.code()).contains(221);
      assertThat(Probing.said(facts))
          .containsExactly(
              "EHLO probe.example.net", "STARTTLS", "*EHLO probe.example.net", "*QUIT");
    }
  }

  @Test
  void timesEachStageInOrder() {
    EndpointFacts facts = Probing.starttls(postfix());
    assertThat(facts.timings())
        .map(StageTime::stage)
        .containsExactly(
            Stage.CONNECT,
            Stage.GREETING,
            Stage.EHLO,
            Stage.STARTTLS,
            Stage.HANDSHAKE,
            Stage.EHLO_IN_TLS,
            Stage.QUIT);
    Duration end = Duration.ZERO;
    for (StageTime time : facts.timings()) {
      assertThat(time.start()).isGreaterThanOrEqualTo(end);
      end = time.start().plus(time.elapsed());
    }
    assertThat(facts.elapsed()).isGreaterThanOrEqualTo(end);
  }

  @Test
  void forgetsBeforeTlsWhatItLearnt() {
    EndpointFacts facts =
        Probing.starttls(
            Behaviour.of(Probing.HOST)
                .capabilities("STARTTLS", "8BITMIME")
                .capabilitiesInTls("AUTH PLAIN", "REQUIRETLS")
                .tls(Probing.goodTls()));
    assertThat(facts.hello().capabilities().all())
        .map(Capability::keyword)
        .containsExactly("STARTTLS", "8BITMIME");
    assertThat(facts.helloInTls().capabilities().all())
        .map(Capability::keyword)
        .containsExactly("AUTH", "REQUIRETLS");
  }

  @Test
  void recordsTheSession() throws Exception {
    Chain chain = Probing.CA.chain(Probing.HOST);
    TlsSession session = session(Behaviours.postfix(Probing.HOST).tls(ServerTls.of(chain)));
    assertThat(session.version()).isEqualTo(TlsVersion.TLS_1_3);
    assertThat(session.suite().name()).startsWith("TLS_").hasSizeGreaterThan(10);
    assertThat(session.signature()).get().asString().contains("sha256");
    assertThat(session.sni()).contains(Probing.HOST);
    assertThat(session.alpn()).isEmpty();
    assertThat(session.extendedMasterSecret()).isTrue();
    assertThat(session.clientCertificateRequest()).isEmpty();
    assertThat(session.certificates()).hasSameSizeAs(chain.certificates());
    assertThat(session.leaf().orElseThrow().der().toArray()).isEqualTo(chain.leaf().getEncoded());
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1, TLS_1_0, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "TLSv1.1, TLS_1_1, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLSv1.2, TLS_1_2, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLSv1.2, TLS_1_2, TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLSv1.2, TLS_1_2, TLS_RSA_WITH_AES_128_GCM_SHA256",
    "TLSv1.3, TLS_1_3, TLS_AES_128_GCM_SHA256",
  })
  void getsAlongWithEachVersion(String protocol, TlsVersion version, String suite) {
    ServerTls tls = rsaTls().protocols(protocol).cipherSuites(suite);
    TlsSession session = session(Behaviours.postfix(Probing.HOST).tls(tls));
    assertThat(session.version()).isEqualTo(version);
    assertThat(session.suite().name()).isEqualTo(suite);
    assertThat(session.group().isPresent()).isEqualTo(!suite.startsWith("TLS_RSA"));
  }

  private static ServerTls rsaTls() {
    return ServerTls.of(Probing.CA.chain(Probing.CA.server(Probing.HOST).key(KeyType.RSA_2048)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x25519", "secp256r1", "secp384r1", "secp521r1", "x448", "ffdhe2048"})
  void namesTheGroup(String group) {
    TlsSession session =
        session(
            Behaviours.postfix(Probing.HOST)
                .tls(Probing.goodTls().protocols("TLSv1.3").groups(group)));
    assertThat(session.group()).get().extracting(g -> g.name()).isEqualTo(group);
  }

  @Test
  void notesTheRequestForAClientCertificate() {
    ServerTls tls = Probing.goodTls().clientAuth(ServerTls.ClientAuth.WANTED);
    assertThat(session(Behaviours.postfix(Probing.HOST).tls(tls)).clientCertificateRequest())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aRequiredClientCertificateIsAFailedHandshake(String protocol) {
    ServerTls tls = Probing.goodTls().protocols(protocol).clientAuth(ServerTls.ClientAuth.NEEDED);
    EndpointFacts facts = Probing.starttls(Behaviours.postfix(Probing.HOST).tls(tls));
    assertThat(facts.tls()).isInstanceOf(TlsOutcome.Failed.class);
    TlsOutcome.Failed failed = (TlsOutcome.Failed) facts.tls();
    assertThat(failed.failure()).isInstanceOf(HandshakeFailure.AlertReceived.class);
    assertThat(failed.certificates()).isNotEmpty();
  }

  @Test
  void withImplicitTlsTheHandshakeComesFirst() {
    EndpointFacts facts = Probing.implicit(Behaviours.submissions(Probing.HOST, Probing.goodTls()));
    assertThat(facts.session()).isPresent();
    assertThat(facts.greeting().isPositive()).isTrue();
    assertThat(facts.hello().ehlo()).isInstanceOf(Answer.NotAsked.class);
    assertThat(facts.helloInTls().capabilities().has("AUTH")).isTrue();
    assertThat(Probing.said(facts)).containsExactly("*EHLO probe.example.net", "*QUIT");
    assertThat(facts.timings())
        .map(StageTime::stage)
        .startsWith(Stage.CONNECT, Stage.HANDSHAKE, Stage.GREETING);
  }

  @Test
  void withoutTlsItStaysPlain() {
    EndpointFacts facts = Probing.against(postfix(), TlsMode.NONE, Probing.PATIENT);
    assertThat(facts.tls()).isEqualTo(new TlsOutcome.NotWanted());
    assertThat(Probing.said(facts)).containsExactly("EHLO probe.example.net", "QUIT");
  }

  @Test
  void fallsBackToHeloWhenEhloIsNotKnown() {
    EndpointFacts facts = Probing.starttls(Behaviours.heloOnly(Probing.HOST));
    assertThat(facts.hello().ehlo().isPositive()).isFalse();
    assertThat(facts.hello().helo().isPositive()).isTrue();
    assertThat(facts.tls()).isEqualTo(new TlsOutcome.NotReached("the server knows no EHLO"));
    assertThat(Probing.said(facts))
        .containsExactly("EHLO probe.example.net", "HELO probe.example.net", "QUIT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"550 5.7.1 no", "421 4.3.2 closing", "451 4.7.1 later", "501 bad name", "554 no"})
  void doesNotFallBackWhenEhloIsRefusedForAnotherReason(String reply) {
    EndpointFacts facts =
        Probing.starttls(Script.replies("220 " + Probing.HOST + " ESMTP\n" + reply + "\n221 bye"));
    assertThat(Probing.said(facts))
        .doesNotContain("HELO probe.example.net")
        .doesNotContain("STARTTLS");
    assertThat(facts.tls()).isInstanceOf(TlsOutcome.NotReached.class);
  }

  @Test
  void starttlsMayStandOnAnyLineAndInAnyCase() {
    Script script =
        Script.of(
                """
                S: 220-mail.example.org one
                S: 220 two
                C: EHLO *
                S: 250-mail.example.org STARTTLS is not offered on this line
                S: 250 starttls
                C: STARTTLS
                S: 220
                TLS
                C: EHLO *
                S: 250 mail.example.org
                C: QUIT
                S: 221 bye
                """)
            .tls(Probing.goodTls());
    EndpointFacts facts = Probing.starttls(script);
    assertThat(facts.session()).isPresent();
    assertThat(facts.greeting().received().orElseThrow().lines())
        .containsExactly("mail.example.org one", "two");
  }

  @Test
  void aGreetingThatRefusesIsAnsweredWithQuit() {
    EndpointFacts facts = Probing.starttls(Script.replies("554 5.7.1 go away\n221 bye"));
    assertThat(facts.greeting().received().orElseThrow().code()).isEqualTo(554);
    assertThat(Probing.said(facts)).containsExactly("QUIT");
    assertThat(facts.tls()).isInstanceOf(TlsOutcome.NotReached.class);
  }

  @Test
  void a421GreetingIsTheEnd() {
    EndpointFacts facts = Probing.starttls(Script.replies("421 4.7.0 too many connections"));
    assertThat(Probing.said(facts)).isEmpty();
    assertThat(facts.quit()).isInstanceOf(Answer.NotAsked.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"454 4.7.0 TLS not available", "501 no", "502 5.5.1 no", "554 no", "250 fine"})
  void anythingBut220ToStarttlsIsARefusal(String reply) {
    EndpointFacts facts =
        Probing.starttls(Script.replies("220 x\n250-x\n250 STARTTLS\n" + reply + "\n221 bye"));
    assertThat(facts.tls()).isInstanceOf(TlsOutcome.Refused.class);
    assertThat(Probing.said(facts)).containsExactly("EHLO probe.example.net", "STARTTLS", "QUIT");
  }

  @Test
  void triesStarttlsBehindAMaskingMiddlebox() {
    EndpointFacts facts =
        Probing.starttls(
            Script.of(
                    """
                    S: 220 ************************
                    C: EHLO *
                    S: 250-mail.example.org
                    S: 250-SIZE 10240000
                    S: 250 XXXXXXXA
                    C: STARTTLS
                    S: 220 ready
                    TLS
                    C: EHLO *
                    S: 250 mail.example.org
                    C: QUIT
                    S: 221 bye
                    """)
                .tls(Probing.goodTls()));
    assertThat(facts.session()).isPresent();
  }

  @Test
  void aSecondGreetingThatComesLateIsNotTheAnswerToEhlo() {
    EndpointFacts facts =
        Probing.starttls(
            Script.of(
                """
                S: 220 mail.example.org ESMTP
                C: EHLO *
                S: 220 mail.example.org again
                S: 250-mail.example.org
                S: 250 SIZE 5
                C: QUIT
                S: 221 bye
                """));
    assertThat(facts.hello().capabilities().has("SIZE")).isTrue();
    assertThat(facts.anomalies()).map(Anomaly::kind).containsExactly(Anomaly.Kind.UNASKED_REPLY);
  }

  private static TlsSession session(Behaviour server) {
    EndpointFacts facts = Probing.starttls(server);
    assertThat(facts.tls()).isInstanceOf(TlsOutcome.Established.class);
    return facts.session().orElseThrow();
  }
}
