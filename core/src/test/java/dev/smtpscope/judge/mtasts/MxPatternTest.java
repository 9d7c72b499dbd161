package dev.smtpscope.judge.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.target.HostName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MxPatternTest {
  /** RFC 8461 section 4.1 has the first five. */
  @ParameterizedTest
  @CsvSource({
    "mail.example.com, mail.example.com, true",
    "*.example.com, mail.example.com, true",
    "*.example.com, example.com, false",
    "*.example.com, foo.bar.example.com, false",
    "mail.example.com, mx.example.com, false",
    "MAIL.example.COM, mail.example.com, true",
    "*.EXAMPLE.com, mail.Example.com, true",
    "*.com, com, false",
    "*.example.com, mail.badexample.com, false",
    "example.com, mail.example.com, false",
  })
  void aWildcardStandsForOneLabel(String pattern, String host, boolean covered) {
    assertThat(MxPattern.parse(pattern).orElseThrow().covers(new HostName(host)))
        .isEqualTo(covered);
  }
}
