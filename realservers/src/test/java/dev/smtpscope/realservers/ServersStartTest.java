package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each server comes up. */
class ServersStartTest {
  @ParameterizedTest
  @EnumSource
  void listens(Scenario scenario) {
    RunningServer server = RealServers.running(scenario);

    assertThat(server.daemon().running()).as(server.logs()).isTrue();
  }
}
