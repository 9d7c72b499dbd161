package dev.smtpscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.fixture.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailedStagesTest {
  @Test
  void aWholeConversationFailsNowhere() {
    assertThat(of(Scene.on(25).tls(new TlsOutcome.Established(Scene.session())))).isEmpty();
    assertThat(of(Scene.on(25).tls(new TlsOutcome.NotOffered()))).isEmpty();
    assertThat(of(Scene.on(25).quit(Scene.silent()))).isEmpty();
  }

  @Test
  void namesTheStageThatFailed() {
    assertThat(of(Scene.on(25).dial(new DialOutcome.Refused()))).containsExactly(Stage.CONNECT);
    assertThat(of(Scene.on(25).greeting("554 5.7.1 blocked"))).contains(Stage.GREETING);
    assertThat(of(Scene.on(25).tls(new TlsOutcome.Refused(Scene.replied("454 4.7.0 not now")))))
        .containsExactly(Stage.STARTTLS);
    assertThat(of(Scene.on(25).tls(failed(new HandshakeFailure.Closed()))))
        .containsExactly(Stage.HANDSHAKE);
  }

  @Test
  void heloMakesUpForEhlo() {
    Answer no = Scene.replied("502 5.5.2 unknown");
    assertThat(of(Scene.on(25).hello(no, Scene.replied("250 mail.example.org")))).isEmpty();
    assertThat(of(Scene.on(25).hello(no, no))).contains(Stage.EHLO);
  }

  @Test
  void whatWeBrokeOffHasNotFailed() {
    Answer broken = new Answer.Interrupted("");
    assertThat(of(Scene.on(25).dial(new DialOutcome.NotAttempted("stopped")))).isEmpty();
    assertThat(of(Scene.on(25).greeting(broken))).isEmpty();
    assertThat(of(Scene.on(25).tls(new TlsOutcome.Refused(broken)))).isEmpty();
    assertThat(of(Scene.on(25).tls(failed(new HandshakeFailure.Interrupted())))).isEmpty();
  }

  private static TlsOutcome failed(HandshakeFailure failure) {
    return new TlsOutcome.Failed(failure, Optional.empty(), List.of());
  }

  private static List<Stage> of(Scene scene) {
    return FailedStages.of(scene.facts());
  }
}
