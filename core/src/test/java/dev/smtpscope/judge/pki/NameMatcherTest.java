package dev.smtpscope.judge.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.pki.NameMatcher.Match;
import dev.smtpscope.probe.tls.CertificateReader;
import dev.smtpscope.target.HostName;
import dev.smtpscope.testkit.CertificateSpec;
import dev.smtpscope.testkit.TestCa;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {
  private static final TestCa CA = TestCa.at(Instant.parse("2026-03-01T12:00:00Z"));

  /** The rules of RFC 9525 section 6.3. */
  @ParameterizedTest
  @CsvSource({
    "mail.example.org, mail.example.org, DNS_NAME",
    "MAIL.Example.ORG, mail.example.org, DNS_NAME",
    "*.example.org, mail.example.org, DNS_NAME",
    "*.example.org, a.mail.example.org, NONE",
    "*.example.org, example.org, NONE",
    "m*.example.org, mail.example.org, NONE",
    "mail.*.org, mail.example.org, NONE",
    "*, mail.example.org, NONE",
    "example.org, mail.example.org, NONE",
    "xn--fa-hia.example, xn--fa-hia.example, DNS_NAME",
  })
  void comparesDnsNames(String presented, String host, Match expected) {
    assertThat(match(CA.server("other.example").dnsNames(presented), host)).isEqualTo(expected);
  }

  @Test
  void commonNameIsToldApart() {
    CertificateSpec server = CA.server("mail.example.org");
    assertThat(match(server.commonNameOnly(), "mail.example.org"))
        .isEqualTo(Match.COMMON_NAME_ONLY);
    assertThat(match(server.dnsNames("other.example"), "mail.example.org"))
        .isEqualTo(Match.IGNORED_COMMON_NAME);
    assertThat(match(server.commonNameOnly().addresses("192.0.2.1"), "other.example"))
        .isEqualTo(Match.NONE);
  }

  private static Match match(CertificateSpec spec, String host) {
    return NameMatcher.match(details(spec), new HostName(host));
  }

  private static CertificateDetails details(CertificateSpec spec) {
    try {
      byte[] der = CA.issue(spec).certificate().getEncoded();
      return CertificateReader.read(der).details().orElseThrow();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
