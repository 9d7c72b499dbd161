package dev.smtpscope.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReproduceTest {
  @Test
  void startTlsIsAskedForWhereTheModeIsStartTls() {
    assertThat(Reproduce.openssl(Scenes.context(Scene.on(25).at("2001:db8::1"))))
        .isEqualTo(
            "openssl s_client -connect '[2001:db8::1]:25' -starttls smtp"
                + " -name client.example.net -servername mail.example.org </dev/null");
  }

  @Test
  void implicitTlsIsSpokenAtOnce() {
    assertThat(Reproduce.openssl(Scenes.context(Scene.on(465)), "-showcerts"))
        .isEqualTo(
            "openssl s_client -connect 192.0.2.1:465 -servername mail.example.org -showcerts"
                + " </dev/null");
    assertThat(Reproduce.ehlo(Scenes.context(Scene.on(465))))
        .isEqualTo(
            "swaks --server 192.0.2.1 --port 465 --helo client.example.net --tls-on-connect"
                + " --quit-after EHLO");
  }

  @Test
  void wordsOfTheShellAreQuoted() {
    assertThat(Reproduce.command(List.of("echo", "a b", "it's", "$(id)", "")))
        .isEqualTo("echo 'a b' 'it'\\''s' '$(id)' ''");
  }
}
