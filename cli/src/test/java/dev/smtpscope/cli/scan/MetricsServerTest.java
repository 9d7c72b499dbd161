package dev.smtpscope.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.cli.Listening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
  private static HttpResponse<String> send(MetricsServer server, String method, String path)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://"
                + server.address().getAddress().getHostAddress()
                + ":"
                + server.address().getPort()
                + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static MetricsServer start() throws IOException {
    return MetricsServer.start(
        new Listening(InetAddress.getLoopbackAddress(), 0),
        () -> StandingLineTest.standing(60, 44, Optional.of(1000L), Duration.ofSeconds(10)));
  }

  @Test
  void tellsHowTheScanStands() throws Exception {
    try (MetricsServer server = start()) {
      HttpResponse<String> answer = send(server, "GET", "/metrics");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .get()
          .asString()
          .contains("text/plain");
      assertThat(answer.body().lines())
          .contains(
              "smtpscope_scan_targets_total{outcome=\"fine\"} 60.0",
              "smtpscope_scan_targets_total{outcome=\"findings\"} 40.0",
              "smtpscope_scan_targets_in_flight 44.0",
              "smtpscope_scan_connections_in_flight 7.0",
              "smtpscope_scan_connections_total{reached=\"tls\"} 45.0",
              "smtpscope_scan_connections_total{reached=\"nothing\"} 10.0",
              "smtpscope_scan_shared_total 30.0",
              "smtpscope_scan_input_size_bytes 1000.0");
    }
  }

  @Test
  void hasNothingElse() throws Exception {
    try (MetricsServer server = start()) {
      assertThat(send(server, "GET", "/").statusCode()).isEqualTo(404);
      assertThat(send(server, "GET", "/metrics/x").statusCode()).isEqualTo(404);
      assertThat(send(server, "POST", "/metrics").statusCode()).isEqualTo(405);
      assertThat(send(server, "HEAD", "/metrics").body()).isEmpty();
    }
  }
}
