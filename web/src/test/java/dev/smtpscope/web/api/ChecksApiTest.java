package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.json.ReportJson;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.report.Report;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.Names;
import dev.smtpscope.web.check.Rate;
import dev.smtpscope.web.check.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChecksApiTest {
  private static final TrustAnchors NONE = TrustAnchors.of("none", List.of());

  private final Names names = new Names();

  @Test
  void checksAndGivesTheReportOfTheCommandLine() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = server()) {
      HttpResponse<String> created = api.post("{\"target\": \"" + target(server) + "\"}");
      assertThat(created.statusCode()).isEqualTo(202);
      assertThat(created.headers().firstValue("Location")).hasValue(Api.self(created));
      api.follow(Api.self(created));
      HttpResponse<String> finished = api.get(Api.self(created));
      assertThat(finished.body()).contains("\"state\":\"finished\"", "\"interrupted\":false");
      HttpResponse<String> report = api.get(Api.self(created) + "/report");
      assertThat(read(report.body()).facts().endpoints()).hasSize(1);
      assertThat(finished.body()).contains(report.body().strip());
    }
  }

  @Test
  void answersScriptsAtOnce() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = server()) {
      names.with("mail.example.org", server.address());
      HttpResponse<String> answer =
          api.get("/api/v1/check?target=mail.example.org&ports=" + server.port());
      assertThat(answer.statusCode()).isEqualTo(200);
      Report report = read(answer.body());
      assertThat(report.facts().target().input()).isEqualTo("mail.example.org");
      assertThat(report.facts().endpoints().getFirst().greeting().isPositive()).isTrue();
    }
  }

  @Test
  void tellsEachStepOnceAndInOrder() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = server()) {
      String self = Api.self(api.post("{\"target\": \"" + target(server) + "\"}"));
      Events events = Events.of(api.follow(self));
      assertThat(events.types())
          .startsWith("queued", "started", "route-found", "endpoint-started", "stage-started")
          .endsWith("endpoint-finished", "finished");
      assertThat(events.ids())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, events.ids().size()).boxed().toList());
      assertThat(events.data("route-found"))
          .contains("\"address\":\"" + server.address().getHostAddress(), "\"key\":\"e0\"");
    }
  }

  @Test
  void goesOnAfterTheLastEventThatTheClientHad() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = server()) {
      String self = Api.self(api.post("{\"target\": \"" + target(server) + "\"}"));
      Events all = Events.of(api.follow(self));
      Events rest = Events.of(api.follow(self, "Last-Event-ID", "3"));
      assertThat(rest.all()).isEqualTo(all.all().subList(3, all.all().size()));
      String last = String.valueOf(all.ids().getLast());
      assertThat(api.get(self + "/events", "Last-Event-ID", last).statusCode()).isEqualTo(204);
    }
  }

  @Test
  void cancels() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server =
            ScriptedSmtpServer.start(
                Behaviours.postfix("mx.example.net").fault(new Fault.Hang(At.EHLO)))) {
      String self = Api.self(api.post("{\"target\": \"" + target(server) + "\"}"));
      assertThat(api.get(self + "/report").statusCode()).isEqualTo(409);
      assertThat(api.delete(self).statusCode()).isEqualTo(204);
      assertThat(Events.of(api.follow(self)).types()).endsWith("finished");
      assertThat(api.get(self).body()).contains("\"interrupted\":true");
      assertThat(api.delete(self).statusCode()).isEqualTo(204);
    }
  }

  @Test
  void namesTheFieldToBlame() {
    try (Api api = api()) {
      assertProblem(api.post("{\"target\": \"a b\"}"), 400, "\"field\":\"target\"");
      assertProblem(api.post("{\"target\": \"a\", \"port\": 25}"), 400, "\"field\":\"port\"");
      assertProblem(api.post("{\"target\": \"a\", \"ports\": [0]}"), 400, "\"field\":\"ports\"");
      assertProblem(api.post("{\"target\": \"a\", \"role\": \"x\"}"), 400, "\"field\":\"role\"");
      assertProblem(api.post("{\"target\": \"a\", \"timeout\": \"2h\"}"), 400, "timeout");
      assertProblem(api.post("{}"), 400, "\"field\":\"target\"");
      assertProblem(api.post("[]"), 400, "");
      assertProblem(api.post("{"), 400, "not valid JSON");
      assertProblem(api.get("/api/v1/check"), 400, "\"field\":\"target\"");
      assertProblem(api.get("/api/v1/check?target=a&target=b"), 400, "\"field\":\"target\"");
      assertProblem(api.get("/api/v1/check?target=a&tsl=none"), 400, "\"field\":\"tsl\"");
    }
  }

  @Test
  void tellsOfEveryErrorAsAProblem() {
    try (Api api = api()) {
      String unknown = "/api/v1/checks/AAAAAAAAAAAAAAAAAAAAAA";
      assertProblem(api.get(unknown), 404, "not-found");
      assertProblem(api.get(unknown + "/events"), 404, "not-found");
      assertProblem(api.get(unknown + "/report"), 404, "not-found");
      assertProblem(api.delete(unknown), 404, "not-found");
      assertProblem(api.get("/api/v1/checks/%3Cscript%3E"), 404, "not-found");
      assertProblem(api.get("/api/v2"), 404, "not-found");
      HttpResponse<String> wrong = api.delete("/api/v1/checks");
      assertProblem(wrong, 405, "method-not-allowed");
      assertThat(wrong.headers().firstValue("Allow")).hasValue("POST");
      assertProblem(api.post("{\"target\": \"" + "a".repeat(70_000) + "\"}"), 413, "too-large");
      var plain = java.net.http.HttpRequest.BodyPublishers.ofString("{\"target\": \"a\"}");
      assertProblem(
          api.send(api.request("/api/v1/checks", "Content-Type", "text/plain").POST(plain)),
          415,
          "unsupported-media-type");
    }
  }

  @Test
  void saysWhenToTryAgain() {
    Rate once = new Rate(1, Duration.ofSeconds(30));
    try (Api api =
        new Api(
            Settings.of(
                Access.ALL,
                names,
                limits -> Settings.rates(limits, once, limits.perAddress(), limits.inAll())))) {
      assertThat(api.post("{\"target\": \"mail.example.org\"}").statusCode()).isEqualTo(202);
      HttpResponse<String> refused = api.post("{\"target\": \"mail.example.org\"}");
      assertProblem(refused, 429, "too-many-requests");
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
    }
  }

  @Test
  void takesNothingInOnceItIsEnding() throws Exception {
    try (Api api = api()) {
      api.service().drain(Duration.ZERO);
      HttpResponse<String> refused = api.post("{\"target\": \"mail.example.org\"}");
      assertProblem(refused, 503, "busy");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void boundsTheTimeOfACheck() {
    try (Api api = api()) {
      String tooLong = CheckLimits.PRIVATE.whole().plusSeconds(1).toSeconds() + "s";
      assertProblem(
          api.get("/api/v1/check?target=a&timeout=" + tooLong), 400, "\"field\":\"timeout\"");
    }
  }

  private Api api() {
    return new Api(Settings.of(Access.ALL, names));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String part) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("\"status\":" + status, part).hasLineCount(1);
  }

  private static Report read(String json) throws Exception {
    var in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return ReportJson.read(in, NONE).getFirst().report();
  }

  static ScriptedSmtpServer server() throws IOException {
    return ScriptedSmtpServer.start(Behaviours.postfix("mx.example.net"));
  }

  static String target(ScriptedSmtpServer server) {
    return server.address().getHostAddress() + ":" + server.port();
  }
}
