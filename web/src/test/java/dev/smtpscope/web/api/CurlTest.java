package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.Names;
import dev.smtpscope.web.check.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The API as the documentation's own commands use it. */
class CurlTest {
  private static final Pattern LOCATION = Pattern.compile("(?im)^location: (\\S+)");

  @Test
  void checksFollowsAndFetches() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = ChecksApiTest.server()) {
      String created = post(api, "{\"target\":\"" + ChecksApiTest.target(server) + "\"}");
      assertThat(created).startsWith("HTTP/1.1 202");
      String path = location(created);
      Events events = Events.of(curl(api, path + "/events", "-N"));
      assertThat(events.types()).startsWith("queued", "started").endsWith("finished");
      Events rest = Events.of(curl(api, path + "/events", "-N", "-H", "Last-Event-ID: 5"));
      assertThat(rest.ids()).startsWith(6L).endsWith(events.ids().getLast());
      String last = "Last-Event-ID: " + events.ids().getLast();
      assertThat(curl(api, path + "/events", "-i", "-H", last)).startsWith("HTTP/1.1 204");
      assertThat(curl(api, path + "/report")).startsWith("{\n  \"format\" : \"smtpscope-report\"");
    }
  }

  @Test
  void checksAtOnce() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server = ChecksApiTest.server()) {
      String target = ChecksApiTest.target(server);
      assertThat(curl(api, "/api/v1/check", "-G", "--data-urlencode", "target=" + target))
          .contains("\"outcome\" : \"findings\"");
    }
  }

  @Test
  void cancels() throws Exception {
    try (Api api = api();
        ScriptedSmtpServer server =
            ScriptedSmtpServer.start(
                Behaviours.postfix("mx.example.net").fault(new Fault.Hang(At.GREETING)))) {
      String path = location(post(api, "{\"target\":\"" + ChecksApiTest.target(server) + "\"}"));
      assertThat(curl(api, path, "-i", "-X", "DELETE")).startsWith("HTTP/1.1 204");
      assertThat(Events.of(curl(api, path + "/events", "-N")).types()).endsWith("finished");
      assertThat(curl(api, path)).contains("\"interrupted\":true");
    }
  }

  @Test
  void tellsProblems() throws Exception {
    try (Api api = api()) {
      assertThat(post(api, "{\"target\":\"\"}"))
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "\"field\":\"target\"");
      assertThat(curl(api, "/api/v1/check?target=%0d%0aX:y", "-i"))
          .startsWith("HTTP/1.1 400")
          .doesNotContainPattern("(?m)^X:");
      assertThat(curl(api, "/api/v1/checks", "-i", "-d", "target=x")).startsWith("HTTP/1.1 415");
      assertThat(curl(api, "/api/v1/checks/x", "-i")).startsWith("HTTP/1.1 404");
      assertThat(curl(api, "/api/v1/check", "-i", "-X", "PUT")).startsWith("HTTP/1.1 405");
    }
  }

  private static Api api() {
    return new Api(Settings.of(Access.ALL, new Names()));
  }

  private static String post(Api api, String json) throws IOException, InterruptedException {
    return curl(
        api, "/api/v1/checks", "-i", "-H", "Content-Type: application/json", "--data", json);
  }

  private static String location(String answer) {
    Matcher matcher = LOCATION.matcher(answer);
    assertThat(matcher.find()).as(answer).isTrue();
    return matcher.group(1);
  }

  private static String curl(Api api, String path, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "60"));
    command.addAll(List.of(options));
    command.add(api.uri(path).toString());
    Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(curl.exitValue()).as(out).isZero();
    return out;
  }
}
