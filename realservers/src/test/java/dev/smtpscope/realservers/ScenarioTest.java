package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.realservers.OpenSslClient.Handshake;
import dev.smtpscope.realservers.PosttlsFinger.Summary;
import dev.smtpscope.realservers.PosttlsFinger.Trust;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each server is what its scenario says, as tools see it that have nothing to do with us. */
class ScenarioTest {
  /** A port of a scenario. */
  record Port(Scenario scenario, Listener listener) {}

  static Stream<Port> ports() {
    return Stream.of(Scenario.values())
        .filter(scenario -> scenario != Scenario.POSTFIX_RATE_LIMITED)
        .flatMap(scenario ->
            scenario.listeners().stream().map(listener -> new Port(scenario, listener)));
  }

  static Stream<Port> talking() {
    return ports()
        .filter(port -> port.listener().greeting() == 220)
        .filter(port ->
            port.scenario().completesHandshakes()
                || port.listener().tls() != Listener.Tls.IMPLICIT);
  }

  static Stream<Port> turningAway() {
    return ports().filter(port -> port.listener().greeting() != 220);
  }

  static Stream<Port> inTls() {
    return talking()
        .filter(port -> port.listener().tls() != Listener.Tls.NONE)
        .filter(port -> port.scenario().completesHandshakes());
  }

  @ParameterizedTest
  @MethodSource("talking")
  void offersItsCapabilities(Port port) {
    Listener listener = port.listener();
    RunningServer server = RealServers.running(port.scenario());
    Swaks.Session session = RealServers.available(() -> Swaks.ehlo(server, listener));

    assertThat(session)
        .as(session.output() + server.logs())
        .returns(true, Assertions.from(it -> it.greeting().orElse("").startsWith("220 ")))
        .returns(listener.offersStarttls(), Assertions.from(it -> it.offers("STARTTLS", false)))
        .returns(listener.offersAuthInPlainText(), Assertions.from(it -> it.offers("AUTH", false)))
        .returns(
            listener.offersAuthInsideTls() && port.scenario().completesHandshakes(),
            Assertions.from(it -> it.offers("AUTH", true)));
  }

  @ParameterizedTest
  @MethodSource("turningAway")
  void turnsClientsAway(Port port) {
    RunningServer server = RealServers.running(port.scenario());
    Swaks.Session session = RealServers.available(() -> Swaks.ehlo(server, port.listener()));

    assertThat(session.greeting().orElse("")).startsWith(port.listener().greeting() + " ");
    assertThat(session.status()).isNotZero();
  }

  @Test
  void limitsConnections() {
    RunningServer server = RealServers.running(Scenario.POSTFIX_RATE_LIMITED);
    Listener relay = server.listener(25);

    Stream.of("220 ", "421 ")
        .forEach(code ->
            assertThat(RealServers.available(() -> Swaks.ehlo(server, relay)).greeting())
                .hasValueSatisfying(greeting -> assertThat(greeting).startsWith(code)));
  }

  @ParameterizedTest
  @MethodSource("inTls")
  void presentsItsCertificate(Port port) {
    Scenario scenario = port.scenario();
    RunningServer server = RealServers.running(scenario);
    Handshake handshake = OpenSslClient.handshake(server, port.listener());

    assertThat(handshake.protocol()).as(handshake.output()).contains(protocol(scenario));
    assertThat(handshake.verifyCode())
        .as(handshake.output())
        .isEqualTo(verifyCode(scenario.certificate()));
    assertThat(handshake.chain()).hasSameSizeAs(scenario.certificate().chain());
  }

  @ParameterizedTest
  @MethodSource("inTls")
  void isTrustedAsItDeserves(Port port) {
    Scenario scenario = port.scenario();
    RunningServer server = RealServers.running(scenario);
    PosttlsFinger.Result result =
        RealServers.available(() -> PosttlsFinger.connect(server, port.listener()));

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
