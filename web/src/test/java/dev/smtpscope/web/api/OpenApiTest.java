package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.web.Service;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.check.Names;
import dev.smtpscope.web.check.Rate;
import dev.smtpscope.web.check.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what the API does: every answer it names, and no other. */
class OpenApiTest {
  private static final String BASE = "http://localhost/api/";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Map<String, HttpResponse<String>> seen = new TreeMap<>();

  @Test
  void everyAnswerIsDescribedAndEveryDescribedAnswerIsGiven() throws IOException {
    giveEveryAnswer();
    String document = body("GET /api/openapi.json 200");
    String schema = body("GET /api/report.schema.json 200");
    assertThat(seen.keySet()).isEqualTo(described(document));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    Map.of(BASE + "openapi.json", document, BASE + "report.schema.json", schema)));
    seen.forEach((name, answer) -> assertFits(registry, document, name, answer));
  }

  @Test
  void everyRouteIsDescribed() throws IOException {
    try (Api api = new Api(Settings.of(Access.ALL, new Names()))) {
      Set<String> routes =
          api.javalin().unsafe.internalRouter.allHttpHandlers().stream()
              .map(route -> route.endpoint.method + " " + route.endpoint.path)
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> described =
          described(api.get("/api/openapi.json").body()).stream()
              .map(answer -> answer.substring(0, answer.lastIndexOf(' ')))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(routes).isEqualTo(described);
    }
  }

  private void giveEveryAnswer() throws IOException {
    try (Api api = new Api(Settings.of(Access.ALL, new Names()));
        ScriptedSmtpServer server = ChecksApiTest.server();
        ScriptedSmtpServer hanging =
            ScriptedSmtpServer.start(
                Behaviours.postfix("mx.example.net").fault(new Fault.Hang(At.EHLO)))) {
      note("GET /api/openapi.json", api.get("/api/openapi.json"));
      note("GET /api/report.schema.json", api.get("/api/report.schema.json"));
      aFinishedCheck(api, ChecksApiTest.target(server));
      anUnfinishedCheck(api, ChecksApiTest.target(hanging));
      note("GET /api/v1/check", api.get("/api/v1/check?target=" + ChecksApiTest.target(server)));
      note("GET /api/v1/check", api.get("/api/v1/check"));
      badRequests(api);
      nothingFound(api);
    }
    refusals();
    aClientWithTooManyStreams();
    anotherSite();
  }

  private void aFinishedCheck(Api api, String target) {
    HttpResponse<String> created = api.post("{\"target\": \"" + target + "\"}");
    note("POST /api/v1/checks", created);
    String self = Api.self(created);
    HttpResponse<String> events = api.get(self + "/events");
    note("GET /api/v1/checks/{id}/events", events);
    String last = String.valueOf(Events.of(events.body()).ids().getLast());
    note("GET /api/v1/checks/{id}/events", api.get(self + "/events", "Last-Event-ID", last));
    note("GET /api/v1/checks/{id}", api.get(self));
    note("GET /api/v1/checks/{id}/report", api.get(self + "/report"));
  }

  private void anUnfinishedCheck(Api api, String target) {
    String self = Api.self(api.post("{\"target\": \"" + target + "\"}"));
    note("GET /api/v1/checks/{id}/report", api.get(self + "/report"));
    note("DELETE /api/v1/checks/{id}", api.delete(self));
  }

  private void badRequests(Api api) {
    note("POST /api/v1/checks", api.post("{}"));
    note("POST /api/v1/checks", api.post("{\"target\": \"" + "a".repeat(70_000) + "\"}"));
    note(
        "POST /api/v1/checks",
        api.send(api.request("/api/v1/checks").POST(BodyPublishers.ofString("target=a"))));
  }

  private void nothingFound(Api api) {
    String unknown = "/api/v1/checks/AAAAAAAAAAAAAAAAAAAAAA";
    note("GET /api/v1/checks/{id}", api.get(unknown));
    note("DELETE /api/v1/checks/{id}", api.delete(unknown));
    note("GET /api/v1/checks/{id}/report", api.get(unknown + "/report"));
    note("GET /api/v1/checks/{id}/events", api.get(unknown + "/events"));
  }

  private void refusals() {
    Rate two = new Rate(2, Duration.ofMinutes(1));
    CheckSettings settings =
        Settings.of(
            Access.PUBLIC, new Names(), l -> Settings.rates(l, two, l.perAddress(), l.inAll()));
    try (Api api = new Api(settings)) {
      for (int i = 0; i < 2; i++) {
        note("POST /api/v1/checks", api.post("{\"target\": \"127.0.0.1\"}"));
        note("GET /api/v1/check", api.get("/api/v1/check?target=127.0.0.1"));
      }
      drain(api);
      note("POST /api/v1/checks", api.post("{\"target\": \"127.0.0.1\"}"));
      note("GET /api/v1/check", api.get("/api/v1/check?target=127.0.0.1"));
    }
  }

  private void aClientWithTooManyStreams() throws IOException {
    StreamLimits none = new StreamLimits(0, 0, Duration.ofSeconds(15), Duration.ofSeconds(10));
    try (Api api = new Api(Settings.of(Access.ALL, new Names()), none)) {
      String self = Api.self(api.post("{\"target\": \"mail.example.org\"}"));
      note("GET /api/v1/checks/{id}/events", api.get(self + "/events"));
    }
  }

  /** The guard of the whole service refuses what another site sends, not the API itself. */
  private void anotherSite() {
    String check = "/api/v1/checks/AAAAAAAAAAAAAAAAAAAAAA";
    try (Service service = new Service();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + check))
              .header("Sec-Fetch-Site", "cross-site")
              .DELETE()
              .build();
      note("DELETE /api/v1/checks/{id}", client.send(request, BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void drain(Api api) {
    try {
      api.service().drain(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String body(String name) {
    return Objects.requireNonNull(seen.get(name), name).body();
  }

  private void note(String route, HttpResponse<String> answer) {
    seen.put(route + " " + answer.statusCode(), answer);
  }

  private static Set<String> described(String document) {
    Set<String> answers = new TreeSet<>();
    JsonNode paths = JsonMapper.shared().readTree(document).get("paths");
    paths
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> {
                  String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                  operation.getValue().get("responses").propertyNames().stream()
                      .forEach(status -> answers.add(name + " " + status));
                }));
    return answers;
  }

  private static void assertFits(
      SchemaRegistry registry, String document, String name, HttpResponse<String> answer) {
    String[] parts = name.split(" ", 3);
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    String operation = escaped(parts[1]) + "/" + parts[0].toLowerCase(Locale.ROOT);
    String pointer = "/paths/" + operation + "/responses/" + parts[2];
    JsonNode response = JsonMapper.shared().readTree(document).at(pointer);
    if (response.has("$ref")) {
      pointer = response.get("$ref").asString().substring(1);
      response = JsonMapper.shared().readTree(document).at(pointer);
    }
    JsonNode content = response.path("content");
    assertThat(content.isMissingNode()).as(name).isEqualTo(answer.body().isEmpty());
    response
        .path("headers")
        .propertyNames()
        .forEach(header -> assertThat(answer.headers().firstValue(header)).as(name).isPresent());
    if (!content.isMissingNode()) {
      assertThat(content.propertyNames()).as(name).containsExactly(type);
    }
    if (type.endsWith("json")) {
      String ref =
          BASE
              + "openapi.json#"
              + pointer.replace("{", "%7B").replace("}", "%7D")
              + "/content/"
              + escaped(type)
              + "/schema";
      List<Error> errors =
          registry
              .getSchema("{\"$ref\": \"" + ref + "\"}")
              .validate(answer.body(), InputFormat.JSON);
      assertThat(errors).as(name + " " + answer.body()).isEmpty();
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
