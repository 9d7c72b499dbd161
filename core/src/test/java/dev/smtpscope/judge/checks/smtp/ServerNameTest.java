package dev.smtpscope.judge.checks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerNameTest {
  @Test
  void namesAndLiterals() {
    assertThat(new ServerName("mail.example.org").isSound()).isTrue();
    assertThat(new ServerName("xn--bcher-kva.example").isSound()).isTrue();
    assertThat(new ServerName("[192.0.2.1]").isSound()).isTrue();
    assertThat(new ServerName("mail").isSound()).isFalse();
    assertThat(new ServerName("192.0.2.1").isSound()).isFalse();
    assertThat(new ServerName("mail..example.org").isSound()).isFalse();
    assertThat(new ServerName("-mail.example.org").isSound()).isFalse();
    assertThat(new ServerName("a.".repeat(200) + "b").isSound()).isFalse();
  }

  @Test
  void masks() {
    assertThat(new ServerName("********2******0****").isMasked()).isTrue();
    assertThat(new ServerName("mail.example.org").isMasked()).isFalse();
  }
}
