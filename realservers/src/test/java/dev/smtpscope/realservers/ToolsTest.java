package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tools tell one thing from another. */
class ToolsTest {
  @ParameterizedTest
  @EnumSource(names = {"POSTFIX_GOOD", "EXIM_GOOD"})
  void swaksLogsInWithTheRightPasswordOnly(Scenario scenario) {
    RunningServer server = RealServers.running(scenario);
    Listener submission = server.listener(587);

    assertThat(login(server, submission, Account.PASSWORD))
        .anyMatch(reply -> reply.startsWith("235 "));
    assertThat(login(server, submission, "wrong")).anyMatch(reply -> reply.startsWith("535 "));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTFIX_GOOD", "POSTFIX_ECDSA", "EXIM_GOOD"})
  void toolsAgreeOnVersionCipherAndGroup(Scenario scenario) {
    RunningServer server = RealServers.running(scenario);
    Listener relay = server.listener(25);

    var openssl = OpenSslClient.handshake(server, relay);
    var finger = RealServers.available(() -> PosttlsFinger.connect(server, relay)).summary();

    assertThat(finger.map(PosttlsFinger.Summary::protocol)).isEqualTo(openssl.protocol());
    assertThat(finger.map(PosttlsFinger.Summary::cipher)).isEqualTo(openssl.cipher());
    assertThat(finger.flatMap(PosttlsFinger.Summary::keyExchange)).isEqualTo(openssl.group());
  }

  private static List<String> login(RunningServer server, Listener listener, String password) {
    return RealServers.available(() -> Swaks.authenticate(server, listener, Account.USER, password))
        .fromServer(true);
  }
}
