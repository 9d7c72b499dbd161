package dev.smtpscope.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.CheckRequest;
import dev.smtpscope.web.check.RequestParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestWordsTest {
  private final RequestParser parser = new RequestParser(CheckLimits.PRIVATE);

  @ParameterizedTest
  @CsvSource({
    "mail.example.org, ports, '25,587'",
    "mail.example.org:2525, tls, none",
    "smtps://mail.example.org, timeout, 7s",
    "mail.example.org, role, mx",
    "'[2001:db8::1]:25', family, 6",
    "user@example.org, name, mail.example.org",
    "mail.example.org, profile, strict",
    "mail.example.org, ehlo, probe.example.net",
    "mail.example.org, address, 192.0.2.7",
  })
  void askForTheSameAgain(String target, String field, String word) throws Exception {
    CheckRequest request = parser.parse(Map.of("target", target, field, word));
    assertThat(parser.parse(RequestWords.of(request))).isEqualTo(request);
  }

  @Test
  void sayNoMoreThanNeeded() throws Exception {
    CheckRequest request = parser.parse(Map.of("target", "mail.example.org:25"));
    assertThat(RequestWords.of(request.target()))
        .isEqualTo(Map.of("target", "mail.example.org:25"));
  }
}
