package dev.smtpscope.probe.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.PeerProtocol;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerProtocolsTest {
  @ParameterizedTest
  @CsvSource({
    "SSH-2.0-OpenSSH_9.2, SSH",
    "HTTP/1.1 400 Bad Request, HTTP",
    "<html>, HTTP",
    "* OK [CAPABILITY IMAP4rev1] ready, IMAP",
    "+OK POP3 ready, POP3",
    "220 mail.example.org ESMTP, SMTP",
    "'\u0016\u0003\u0001\u0002\u0000', TLS",
    "'\u0015\u0003\u0003\u0000\u0002', TLS",
    "'\u0016\u0002\u0001', UNKNOWN",
    "hello, UNKNOWN",
    "'', UNKNOWN",
  })
  void tellsFromTheFirstBytes(String beginning, PeerProtocol protocol) {
    assertThat(PeerProtocols.guess(beginning.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(protocol);
  }
}
