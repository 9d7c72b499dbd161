package dev.smtpscope.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class WebServerTest {
  @Test
  void isHealthyOnceItHasStarted() throws Exception {
    try (Service server = new Service();
        HttpClient client = HttpClient.newHttpClient()) {
      URI health = URI.create("http://127.0.0.1:" + server.port() + "/health");
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void tellsOfItsOwnMistakesWithoutTheirDetails() {
    try (Service server =
        new Service(
            options -> options,
            (name, limit) -> {
              throw new IllegalStateException("a secret of the resolver");
            })) {
      assertThat(server.ask("GET /api/v1/check?target=mail.example.org"))
          .startsWith("HTTP/1.1 500")
          .contains("application/problem+json", "/problems/failed", "\"status\":500")
          .doesNotContain("secret", "<html");
      assertThat(server.ask("GET /check?target=mail.example.org", "Sec-Fetch-Site: none"))
          .startsWith("HTTP/1.1 500")
          .contains("<html")
          .doesNotContain("secret");
    }
  }
}
