package dev.smtpscope.bulk.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.target.HostName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredDomainTest {
  @ParameterizedTest
  @CsvSource({
    "mx1.example.co.uk, example.co.uk",
    "aspmx.l.google.com, google.com",
    "a.b.example.org, example.org",
    "com, com",
    "co.uk, co.uk",
    "mx.internal, mx.internal",
    "mail._x.example.org, example.org"
  })
  void isWhatSomeoneRegistered(String host, String domain) {
    assertThat(RegisteredDomain.of(new HostName(host))).isEqualTo(domain);
  }
}
