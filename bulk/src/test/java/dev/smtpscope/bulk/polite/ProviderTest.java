package dev.smtpscope.bulk.polite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.target.HostName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTest {
  @ParameterizedTest
  @CsvSource({
    "aspmx.l.google.com, google.com",
    "example-org.mail.protection.outlook.com, outlook.com",
    "mx.example.co.uk, example.co.uk",
    "customer.blogspot.com, blogspot.com",
    "a.b.example.org, example.org",
    "example.org, example.org",
    "mx1.some.test, some.test",
    "_mx.a_b.example.org, example.org",
    "localhost, localhost",
    "com, com"
  })
  void isTheRegisteredDomain(String host, String provider) {
    assertThat(Provider.of(new HostName(host))).isEqualTo(provider);
  }
}
