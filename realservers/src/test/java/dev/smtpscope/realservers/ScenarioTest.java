package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.realservers.OpenSslClient.Handshake;
import dev.smtpscope.realservers.PosttlsFinger.Summary;
import dev.smtpscope.realservers.PosttlsFinger.Trust;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each server is what its scenario says, as tools see it that have nothing to do with us. */
class ScenarioTest {
  static Stream<Arguments> listeners() {
    return Stream.of(Scenario.values())
        .flatMap(scenario ->
            scenario.listeners().stream().map(listener -> Arguments.of(scenario, listener)));
  }

  static Stream<Arguments> listenersWithTls() {
    return listeners()
        .filter(arguments -> ((Listener) arguments.get()[1]).tls() != Listener.Tls.NONE)
        .filter(arguments -> arguments.get()[0] != Scenario.OPENSMTPD_TLS);
  }

  static Stream<Arguments> listenersThatTalk() {
    return listeners()
        .filter(arguments ->
            arguments.get()[0] != Scenario.OPENSMTPD_TLS
                || ((Listener) arguments.get()[1]).offersStarttls());
  }

  @ParameterizedTest
  @MethodSource("listenersThatTalk")
  void offersItsCapabilities(Scenario scenario, Listener listener) {
    RunningServer server = RealServers.running(scenario);
    Swaks.Session session = RealServers.available(() -> Swaks.ehlo(server, listener));
    String evidence = session.output() + server.logs();

    assertThat(session.greeting().orElse("")).as(evidence).startsWith(listener.greeting() + " ");
    assertThat(session.offers("STARTTLS", false)).as(evidence).isEqualTo(listener.offersStarttls());
    assertThat(session.offers("AUTH", false))
        .as(evidence)
        .isEqualTo(listener.offersAuthInPlainText());
    if (scenario != Scenario.OPENSMTPD_TLS) {
      assertThat(session.offers("AUTH", true))
          .as(evidence)
          .isEqualTo(listener.offersAuthInsideTls());
    }
  }

  @ParameterizedTest
  @MethodSource("listenersWithTls")
  void presentsItsCertificate(Scenario scenario, Listener listener) {
    RunningServer server = RealServers.running(scenario);
    Handshake handshake = OpenSslClient.handshake(server, listener);

    assertThat(handshake.protocol()).as(handshake.output()).contains(protocol(scenario));
    assertThat(handshake.verifyCode())
        .as(handshake.output())
        .isEqualTo(verifyCode(scenario.certificate()));
    assertThat(handshake.chain()).hasSameSizeAs(scenario.certificate().chain());
  }

  @ParameterizedTest
  @MethodSource("listenersWithTls")
  void isTrustedAsItDeserves(Scenario scenario, Listener listener) {
    RunningServer server = RealServers.running(scenario);
    PosttlsFinger.Result result =
        RealServers.available(() -> PosttlsFinger.connect(server, listener));

    assertThat(result.summary().map(Summary::trust))
        .as(result.output() + server.logs())
        .isEqualTo(trust(scenario));
  }

  /** At the level that verifies, Postfix wants more of TLS than version 1.0 gives. */
  private static Optional<Trust> trust(Scenario scenario) {
    return scenario == Scenario.POSTFIX_TLS_1_0
        ? Optional.empty()
        : Optional.of(trust(scenario.certificate()));
  }

  private static String protocol(Scenario scenario) {
    return scenario == Scenario.POSTFIX_TLS_1_0 ? "TLSv1" : "TLSv1.3";
  }

  /** X509_V_ERR numbers of OpenSSL. */
  private static int verifyCode(Certificate certificate) {
    return switch (certificate) {
      case GOOD, GOOD_ECDSA, EXPIRING, LONG_LIVED, CN_ONLY, MISORDERED, SURPLUS -> 0;
      case NOT_YET_VALID -> 9;
      case EXPIRED -> 10;
      case SELF_SIGNED -> 18;
      case MISSING_INTERMEDIATE -> 21;
      case WRONG_NAME -> 62;
      case WEAK_KEY -> 66;
      case SHA1 -> 68;
    };
  }

  private static Trust trust(Certificate certificate) {
    return switch (certificate) {
      case GOOD, GOOD_ECDSA, EXPIRING, LONG_LIVED, CN_ONLY, MISORDERED, SURPLUS, WEAK_KEY ->
          Trust.VERIFIED;
      case NOT_YET_VALID, EXPIRED, SELF_SIGNED, MISSING_INTERMEDIATE, WRONG_NAME, SHA1 ->
          Trust.UNTRUSTED;
    };
  }
}
