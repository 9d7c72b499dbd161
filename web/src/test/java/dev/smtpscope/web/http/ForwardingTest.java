package dev.smtpscope.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.target.Addresses;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingTest {
  private final Forwarding forwarding =
      new Forwarding(
          List.of(
              Network.parse("127.0.0.0/8").orElseThrow(),
              Network.parse("10.1.0.0/16").orElseThrow(),
              Network.parse("2001:db8:1::/48").orElseThrow()));

  private final Map<String, List<String>> headers = new HashMap<>(Map.of("Host", List.of("h")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          198.51.100.7                             | 198.51.100.7
          198.51.100.7:4711                        | 198.51.100.7
          2001:db8::7                              | 2001:db8::7
          [2001:db8::7]:4711                       | 2001:db8::7
          192.0.2.66, 198.51.100.7                 | 198.51.100.7
          192.0.2.66, 198.51.100.7, 10.1.2.3       | 198.51.100.7
          192.0.2.66,, 10.1.2.3                    | 192.0.2.66
          127.0.0.1, 198.51.100.7, 2001:db8:1::1   | 198.51.100.7
          10.1.9.9                                 | 10.1.9.9
          192.0.2.66, unknown                      | 127.0.0.1
          192.0.2.66, unknown, 10.1.2.3            | 10.1.2.3
          192.0.2.66, 300.1.1.1                    | 127.0.0.1
          [2001:db8::7                             | 127.0.0.1
          """)
  void takesTheLastHopThatIsNotTrusted(String forwardedFor, String client) {
    headers.put("X-Forwarded-For", List.of(forwardedFor));
    assertThat(Addresses.text(caller("127.0.0.1").address())).isEqualTo(client);
  }

  /** The examples of RFC 7239, section 4, with one for each form. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          for="_gazonk"                                        | 127.0.0.1
          For="[2001:db8:cafe::17]:4711"                       | 2001:db8:cafe::17
          for=192.0.2.60;proto=https;by=203.0.113.43           | 192.0.2.60
          for=192.0.2.43, for=198.51.100.17                    | 198.51.100.17
          for=192.0.2.43, for="198.51.100.17:80";proto=https   | 198.51.100.17
          proto=https                                          | 127.0.0.1
          """)
  void readsTheStandardHeaderToo(String forwarded, String client) {
    headers.put("Forwarded", List.of(forwarded));
    Caller caller = caller("127.0.0.1");
    assertThat(Addresses.text(caller.address())).isEqualTo(client);
    assertThat(caller.isSecure()).isEqualTo(forwarded.contains("https"));
  }

  @Test
  void believesNobodyElse() {
    headers.put("X-Forwarded-For", List.of("192.0.2.66"));
    headers.put("X-Forwarded-Proto", List.of("https"));
    headers.put("X-Forwarded-Host", List.of("evil.example"));
    headers.put("Forwarded", List.of("for=192.0.2.66;proto=https;host=evil.example"));
    Caller caller = caller("198.51.100.7");
    assertThat(Addresses.text(caller.address())).isEqualTo("198.51.100.7");
    assertThat(caller.origin()).isEqualTo("http://h");
    assertThat(caller.proxied()).isFalse();
  }

  @Test
  void takesSchemeAndHostFromTheNearestProxy() {
    headers.put("X-Forwarded-For", List.of("192.0.2.66"));
    headers.put("X-Forwarded-Proto", List.of("http, https"));
    headers.put("X-Forwarded-Host", List.of("evil.example", "Check.Example.org:8443"));
    assertThat(caller("127.0.0.1").origin()).isEqualTo("https://check.example.org:8443");
  }

  @Test
  void prefersTheHeaderThatProxiesSet() {
    headers.put("X-Forwarded-For", List.of("198.51.100.7"));
    headers.put("Forwarded", List.of("for=192.0.2.66"));
    assertThat(Addresses.text(caller("127.0.0.1").address())).isEqualTo("198.51.100.7");
  }

  @ParameterizedTest
  @CsvSource({
    "a b",
    "a/b",
    "a@b",
    "'a:'",
    "a:b",
    "'<b>'",
    "[1",
    "'a\r\nb'",
    "'\"'",
    "''",
    "a:123456"
  })
  void takesNoMalformedHost(String host) {
    headers.put("Host", List.of(host));
    assertThat(caller("198.51.100.7").host()).isEmpty();
  }

  private Caller caller(String peer) {
    return forwarding.caller(
        InetAddress.ofLiteral(peer), name -> headers.getOrDefault(name, List.of()));
  }
}
