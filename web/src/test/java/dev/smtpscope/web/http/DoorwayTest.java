package dev.smtpscope.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.web.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorwayTest {
  private static final String SECRET = "0123456789abcdef";

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /health", "GET /nothing", "POST /health", "GET /%zz", "GET /a\u0001b", "BAD"})
  void guardsEveryAnswer(String request) {
    try (Service service = new Service()) {
      assertThat(service.ask(request))
          .contains("Content-Security-Policy: default-src 'none';")
          .contains("X-Content-Type-Options: nosniff")
          .contains("X-Frame-Options: DENY")
          .contains("Referrer-Policy: same-origin")
          .contains("Permissions-Policy: ")
          .contains("Cross-Origin-Opener-Policy: same-origin")
          .contains("Cross-Origin-Resource-Policy: same-origin")
          .contains("Cache-Control: no-store")
          .doesNotContainIgnoringCase("Server:")
          .doesNotContainIgnoringCase("jetty")
          .doesNotContain("Strict-Transport-Security");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:99, 200",
    "127.0.0.1, 200",
    "127.1.2.3:8025, 200",
    "[::1]:8025, 200",
    "evil.example, 421",
    "localhost.evil.example, 421",
    "198.51.100.7, 421",
    "127.0.0.1.evil.example, 421",
    "2130706433, 421",
    "check.example.org, 200",
    "a b, 400",
  })
  void answersToItsOwnNamesOnly(String host, int status) {
    try (Service service =
        new Service(o -> with(o, false, Set.of("Check.example.org"), List.of()))) {
      assertThat(service.ask("GET /health", "Host: " + host)).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void answersToAnyNameInPublicUnlessSomeAreListed() {
    try (Service service = new Service(o -> with(o, true, Set.of(), List.of()))) {
      assertThat(service.ask("GET /health", "Host: any.example")).startsWith("HTTP/1.1 200");
    }
    try (Service service = new Service(o -> with(o, true, Set.of("own.example"), List.of()))) {
      assertThat(service.ask("GET /health", "Host: any.example")).startsWith("HTTP/1.1 421");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST /x           | Sec-Fetch-Site: cross-site                | 403
          POST /x           | Sec-Fetch-Site: same-site                 | 403
          POST /x           | Sec-Fetch-Site: same-origin               | 404
          POST /x           | Sec-Fetch-Site: none                      | 404
          POST /x           | Origin: http://localhost                  | 404
          POST /x           | Origin: http://localhost:1                | 403
          POST /x           | Origin: https://localhost                 | 403
          POST /x           | Origin: null                              | 403
          POST /x           | Origin: http://evil.example               | 403
          POST /x           | X-Nothing: 1                              | 403
          POST /x           | Content-Type: application/x-www-form-urlencoded | 403
          POST /x           | Content-Type: text/plain                  | 403
          POST /x           | Content-Type: application/json            | 404
          POST /x           | Content-Type: application/json; charset=utf-8 | 404
          DELETE /x         | X-Nothing: 1                              | 404
          DELETE /x         | Sec-Fetch-Site: cross-site                | 403
          PUT /x            | Sec-Fetch-Site: cross-site                | 403
          GET /x            | Sec-Fetch-Site: cross-site                | 404
          GET /api/v1/check | Sec-Fetch-Site: cross-site                | 403
          GET /probe        | Sec-Fetch-Site: cross-site                | 403
          GET /metrics      | Sec-Fetch-Site: same-site                 | 403
          """)
  void refusesWhatOtherSitesSend(String request, String header, int status) {
    try (Service service = new Service()) {
      assertThat(service.ask(request, header)).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void asksForTheToken() {
    try (Service service = new Service(o -> with(o, Optional.of(new Token(SECRET))))) {
      String basic =
          Base64.getEncoder().encodeToString(("any:" + SECRET).getBytes(StandardCharsets.UTF_8));
      assertThat(service.ask("GET /health")).startsWith("HTTP/1.1 200");
      assertThat(service.ask("GET /x"))
          .startsWith("HTTP/1.1 401")
          .contains("WWW-Authenticate: Basic realm=\"smtpscope\"");
      assertThat(service.ask("GET /x", "Authorization: Bearer wrong")).startsWith("HTTP/1.1 401");
      assertThat(service.ask("GET /x", "Authorization: Basic !!")).startsWith("HTTP/1.1 401");
      assertThat(service.ask("GET /x", "Authorization: Bearer")).startsWith("HTTP/1.1 401");
      assertThat(service.ask("GET /x", "Authorization: bearer " + SECRET))
          .startsWith("HTTP/1.1 404");
      assertThat(service.ask("GET /x", "Authorization: Basic " + basic)).startsWith("HTTP/1.1 404");
      assertThat(service.log()).doesNotContain(SECRET, basic);
    }
  }

  @Test
  void livesBelowItsBasePath() {
    try (Service service = new Service(o -> below(o, "mail/check/"))) {
      assertThat(service.ask("GET /mail/check/health")).startsWith("HTTP/1.1 200");
      assertThat(service.ask("GET /health")).startsWith("HTTP/1.1 404");
      assertThat(service.ask("GET /mail/check/probe", "Sec-Fetch-Site: cross-site"))
          .startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void tellsBrowsersToStayWithHttpsWhereTheyCameByIt() {
    Network loopback = Network.parse("127.0.0.1").orElseThrow();
    try (Service service = new Service(o -> with(o, false, Set.of(), List.of(loopback)))) {
      assertThat(
              service.ask("GET /health", "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https"))
          .contains("Strict-Transport-Security: max-age=");
    }
  }

  @Test
  void boundsWhatItReads() {
    String much = "x".repeat(100_000);
    try (Service service = new Service()) {
      assertThat(service.ask("GET /health", "A: " + much)).startsWith("HTTP/1.1 431");
      assertThat(service.ask("GET /" + much)).startsWith("HTTP/1.1 414");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 70000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n11170\r\n"})
  void tellsOfABodyThatIsTooLarge(String length) {
    try (Service service = new Service()) {
      String header =
          """
          POST /api/v1/checks HTTP/1.1
          Host: localhost
          Connection: close
          Content-Type: application/json
          """
              .replace("\n", "\r\n");
      assertThat(service.send(header + length + "{\"target\": \"" + "a".repeat(69_988)))
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json", "/problems/too-large");
    }
  }

  @Test
  void splitsNoAnswer() {
    try (Service service = new Service()) {
      assertThat(service.ask("GET /%0d%0aX-Evil:%20yes")).doesNotContain("X-Evil");
      assertThat(service.ask("GET /health", "Host: localhost\nX-Evil: 1")).doesNotContain("X-Evil");
    }
  }

  @Test
  void logsWithoutSecretsAndWithoutForgedLines() {
    try (Service service = new Service()) {
      service.ask("GET /checks/SECRET/report.json?target=QUERY");
      service.ask("GET /a%0ab\"c?x");
      service.send("GET /x\u001b[31m HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(service.log().lines())
          .allMatch(line ->
              line.matches("127\\.0\\.0\\.1 - - \\[[^]]+] \"[ -!#-~]*\" [0-9]{3} [0-9]+ [0-9]+"));
      assertThat(service.log())
          .contains("\"GET /checks/*/report.json HTTP/1.1\" 404")
          .doesNotContain("SECRET", "QUERY", "\u001b");
    }
  }

  private static HttpOptions with(
      HttpOptions o, boolean isPublic, Set<String> names, List<Network> proxies) {
    return new HttpOptions(
        o.listen(), isPublic, names, proxies, o.basePath(), o.token(), o.accessLog());
  }

  private static HttpOptions with(HttpOptions o, Optional<Token> token) {
    return new HttpOptions(
        o.listen(), false, o.names(), List.of(), o.basePath(), token, o.accessLog());
  }

  private static HttpOptions below(HttpOptions o, String path) {
    BasePath base = BasePath.parse(path).orElseThrow();
    return new HttpOptions(o.listen(), false, o.names(), List.of(), base, o.token(), o.accessLog());
  }
}
