package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.check.Names;
import dev.smtpscope.web.check.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks of mail domains by way of the API. */
class DomainApiTest {
  @Test
  void tellsOfTheHostsAndTestsEachAddressOnce() throws Exception {
    InetAddress second = Loopback.address();
    try (ScriptedSmtpServer mx1 = ChecksApiTest.server();
        ScriptedSmtpServer mx2 =
            ScriptedSmtpServer.on(second, mx1.port())
                .start(Behaviours.postfix("mx2.example.org"))) {
      Names zone =
          new Names()
              .withMx("example.org", "mx1.example.org", "mx2.example.org", "also.example.org")
              .with("mx1.example.org", mx1.address())
              .with("mx2.example.org", second)
              .with("also.example.org", mx1.address());
      try (Api api = new Api(Settings.ofDns(Access.ALL, zone))) {
        String body = "{\"target\": \"example.org\", \"ports\": [" + mx1.port() + "]}";
        Events events = Events.of(api.follow(Api.self(api.post(body))));
        String found = events.data("route-found");
        assertThat(found)
            .contains("\"kind\":\"domain\"", "\"why\":\"it has MX records\"")
            .contains("\"name\":\"mx1.example.org\"", "\"preference\":20")
            .contains("\"name\":\"also.example.org\"");
      }
      assertThat(mx1.connections()).isEqualTo(1);
      assertThat(mx2.connections()).isEqualTo(1);
    }
  }

  @Test
  void asAHostItsMxRecordsDoNotCount() {
    Names zone = new Names().withMx("example.org", "mx1.example.org");
    try (Api api = new Api(Settings.ofDns(Access.ALL, zone))) {
      String answer = api.get("/api/v1/check?target=example.org&as=host").body();
      assertThat(answer).contains("it was given as a host").doesNotContain("mx1.example.org");
      assertThat(api.get("/api/v1/check?target=192.0.2.1&as=domain").statusCode()).isEqualTo(400);
      assertThat(api.get("/api/v1/check?target=a@example.org&address=192.0.2.1").statusCode())
          .isEqualTo(400);
    }
  }

  /** A stranger's domain can't have this service connect to hosts without number. */
  @Test
  void aDomainOfManyHostsIsBounded() throws IOException {
    String[] hosts =
        IntStream.range(0, 100).mapToObj(i -> "mx" + i + ".example.org").toArray(String[]::new);
    Names zone = new Names().withMx("example.org", hosts);
    CheckSettings settings =
        CheckSettings.of(
            Access.PUBLIC, CheckLimits.PUBLIC, zone::dns, TrustAnchors.of("none", List.of()));
    try (Api api = new Api(settings)) {
      HttpResponse<String> answer = api.get("/api/v1/check?target=example.org");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body().split("\"preference\" : [0-9]+,\\s+\"services\"", -1)).hasSize(9);
      assertThat(answer.body()).contains("\"leftOut\"", "mx99.example.org");
    }
  }
}
