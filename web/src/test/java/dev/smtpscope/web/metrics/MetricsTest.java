package dev.smtpscope.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.Script;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import dev.smtpscope.web.Service;
import dev.smtpscope.web.http.HttpOptions;
import dev.smtpscope.web.http.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {
  @Test
  void tellsWhatAProbeSaw() throws Exception {
    try (Service service = new Service();
        ScriptedSmtpServer server = ScriptedSmtpServer.start(withTls())) {
      String answer = probe(service, server, "module=smtp");
      String where = where(server);
      assertThat(answer)
          .startsWith("HTTP/1.1 200")
          .contains("Content-Type: text/plain; version=0.0.4")
          .contains("smtpscope_endpoint_up{" + where + ",role=\"mx\"} 1.0")
          .contains("smtpscope_stage_seconds{" + where + ",stage=\"handshake\"}")
          .contains("version=\"TLSv1.3\"")
          .contains("smtpscope_certificate_not_after_timestamp_seconds{" + where + "} ")
          .contains("smtpscope_certificate_trusted{" + where + "} 0.0")
          .contains("keyword=\"STARTTLS\"")
          .contains("smtpscope_findings{severity=\"error\"}")
          .contains("probe_duration_seconds ");
      assertWellFormed(answer);
    }
  }

  @Test
  void takesNoWordsOfAServerForLabels() throws Exception {
    String hostile = "220 x\"} 1\n250-x\n250-EVIL\"}\n250-OTHER2{}\n250 SIZE 1\n221 bye";
    try (Service service = new Service();
        ScriptedSmtpServer server = ScriptedSmtpServer.start(Script.replies(hostile))) {
      String answer = probe(service, server, "module=smtp");
      assertThat(answer).contains("keyword=\"other\"", "keyword=\"SIZE\"").doesNotContain("EVIL");
      assertWellFormed(answer);
    }
  }

  @Test
  void givesWhatIsKnownBeforePrometheusGivesUp() throws Exception {
    try (Service service = new Service();
        ScriptedSmtpServer server =
            ScriptedSmtpServer.start(
                Behaviours.postfix("mx.example").fault(new Fault.Hang(At.EHLO)))) {
      String answer =
          service.ask(
              "GET /probe?target=" + target(server), "X-Prometheus-Scrape-Timeout-Seconds: 1.5");
      assertThat(answer)
          .contains("probe_success 0.0")
          .contains("smtpscope_endpoint_up{" + where(server));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          target=                        | target is missing
          module=smtp                    | target is missing
          target=h&module=http_2xx       | module is one of auto, smtp
          target=h&ports=25              | target, port and module only
          target=h&port=x                | 'x' is not a port
          target=a..b                    | 'a..b' is not a host
          target=h&port=25&module=smtp/x | module is one of
          """)
  void saysWhatIsWrongWithARequest(String query, String complaint) {
    try (Service service = new Service()) {
      assertThat(service.ask("GET /probe?" + query))
          .startsWith("HTTP/1.1 400")
          .contains("bad request: ")
          .contains(complaint);
    }
  }

  @Test
  void tellsHowTheServiceFares() throws Exception {
    try (Service service = new Service();
        ScriptedSmtpServer server = ScriptedSmtpServer.start(Behaviours.postfix("mx.example"))) {
      probe(service, server, "module=smtp");
      service.ask("GET /a/b?c");
      service.ask("GET /health");
      String answer = service.ask("GET /metrics");
      assertThat(answer)
          .contains("smtpscope_checks_finished_total{outcome=")
          .contains("smtpscope_http_requests_total{route=\"/probe\",status=\"2xx\"} 1.0")
          .contains("smtpscope_http_requests_total{route=\"none\",status=\"4xx\"} 1.0")
          .contains("jvm_memory_used_bytes{area=\"heap\"}")
          .doesNotContain("/a/b");
      assertWellFormed(answer);
    }
  }

  @Test
  void tellsStrangersNothingOfItself() {
    try (Service service = new Service(MetricsTest::inPublicBehindAProxy)) {
      assertThat(service.ask("GET /metrics")).startsWith("HTTP/1.1 200");
      assertThat(service.ask("GET /metrics", "X-Forwarded-For: 192.0.2.1"))
          .startsWith("HTTP/1.1 403");
      assertThat(service.ask("GET /metrics", "X-Forwarded-For: 127.0.0.1"))
          .startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void refusesForbiddenTargetsAsAMetric() throws Exception {
    try (Service service = new Service(MetricsTest::inPublicBehindAProxy)) {
      assertThat(service.ask("GET /probe?target=127.0.0.1"))
          .contains("probe_success 0.0", "smtpscope_probe_failed_info{reason=\"forbidden\"} 1.0");
    }
  }

  @ParameterizedTest
  @CsvSource({"config, prometheus.yml", "rules, alerts.yml"})
  void documentsFilesThatPrometheusTakes(String kind, String file) throws Exception {
    Optional<Promtool> promtool = Promtool.find();
    assumeThat(promtool).isPresent();
    assertThat(promtool.orElseThrow().file(kind, Path.of("../docs/monitoring", file))).isEmpty();
  }

  private static HttpOptions inPublicBehindAProxy(HttpOptions o) {
    return new HttpOptions(
        o.listen(),
        true,
        o.names(),
        List.of(Network.parse("127.0.0.1").orElseThrow()),
        o.basePath(),
        o.token(),
        o.accessLog());
  }

  private static Behaviour withTls() {
    TestCa ca = TestCa.at(Instant.now());
    return Behaviours.postfix("mx.example").tls(ServerTls.of(ca.chain("mx.example")));
  }

  private static String probe(Service service, ScriptedSmtpServer server, String more) {
    return service.ask("GET /probe?target=" + target(server) + "&" + more);
  }

  private static String target(ScriptedSmtpServer server) {
    return server.address().getHostAddress() + ":" + server.port();
  }

  private static String where(ScriptedSmtpServer server) {
    return "address=\"" + server.address().getHostAddress() + "\",port=\"" + server.port() + "\"";
  }

  private static void assertWellFormed(String answer) throws IOException, InterruptedException {
    Optional<Promtool> promtool = Promtool.find();
    assumeThat(promtool).isPresent();
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(promtool.orElseThrow().metrics(body)).isEmpty();
  }
}
