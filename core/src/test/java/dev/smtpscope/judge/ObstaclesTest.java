package dev.smtpscope.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObstaclesTest {
  @Test
  void aWellKeptServerHasNone() {
    for (int port : new int[] {25, 465, 587}) {
      EndpointContext context = Scenes.context(Scene.on(port));

      assertThat(Obstacles.beforeHello(context)).isEmpty();
      assertThat(Obstacles.beforeCapabilities(context)).isEmpty();
      assertThat(Obstacles.beforeTlsCapabilities(context)).isEmpty();
    }
  }

  @Test
  void aConnectionThatNeverStoodHidesEverything() {
    EndpointContext context =
        Scenes.context(Scene.on(25).dial(new DialOutcome.TimedOut(Duration.ofSeconds(10))));

    assertThat(Obstacles.beforeGreeting(context)).contains("the connection timed out after 10 s");
    assertThat(Obstacles.beforeTlsCapabilities(context))
        .contains("the connection timed out after 10 s");
  }

  @Test
  void aMissingGreetingHidesCapabilities() {
    EndpointContext context = Scenes.context(Scene.on(25).greeting(Scene.silent()));

    assertThat(Obstacles.beforeGreeting(context)).isEmpty();
    assertThat(Obstacles.beforeCapabilities(context)).contains("no answer (greeting) within 30 s");
  }

  @Test
  void aRejectionHidesCapabilities() {
    EndpointContext greeting = Scenes.context(Scene.on(25).greeting("554 no"));
    EndpointContext ehlo =
        Scenes.context(Scene.on(25).hello(Scene.replied("550 no"), Scene.replied("550 no")));

    assertThat(Obstacles.beforeGreetingReply(greeting)).isEmpty();
    assertThat(Obstacles.beforeHello(greeting)).contains("greeting was a rejection (554)");
    assertThat(Obstacles.beforeHello(ehlo)).isEmpty();
    assertThat(Obstacles.beforeCapabilities(ehlo)).contains("EHLO was refused (550)");
  }

  @Test
  void anImplicitTlsFailureHidesTheGreeting() {
    TlsOutcome failed =
        new TlsOutcome.Failed(new HandshakeFailure.Closed(), Optional.empty(), List.of());
    EndpointContext context = Scenes.context(Scene.on(465).tls(failed));

    assertThat(Obstacles.beforeGreeting(context))
        .contains("the TLS handshake before the greeting did not succeed");
    assertThat(Obstacles.beforeTls(context)).contains("the TLS handshake failed");
  }
}
