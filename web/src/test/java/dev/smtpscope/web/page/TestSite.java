package dev.smtpscope.web.page;

import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckEvent;
import dev.smtpscope.web.check.CheckId;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.check.Client;
import dev.smtpscope.web.check.EventLog;
import dev.smtpscope.web.link.LinkLimits;
import dev.smtpscope.web.link.LinkStore;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The pages on a server of their own, with the town's mail servers to look at. */
final class TestSite implements AutoCloseable {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final String base;
  private final CheckService checks;
  private final Javalin javalin;
  private final HttpClient http = HttpClient.newHttpClient();

  TestSite(Town town, String base, CheckLimits limits, Access access) throws IOException {
    this.base = base;
    this.checks =
        new CheckService(CheckSettings.of(access, limits, town.resolver(), town.anchors()));
    Path file = Files.createTempDirectory("links").resolve("links.db");
    LinkStore links =
        new LinkStore(file, LinkLimits.STANDARD, town.anchors(), InstantSource.system());
    Pages pages = new Pages(base, checks, Optional.of(links), TestSite::visitor);
    this.javalin = Javalin.create(config -> configure(config, pages));
    javalin.start("127.0.0.1", 0);
  }

  static TestSite of(Town town) throws IOException {
    return new TestSite(town, "", CheckLimits.PRIVATE, Access.ALL);
  }

  /** The address of a page. */
  String url(String path) {
    return "http://127.0.0.1:" + javalin.port() + base + path;
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** The page that the answer holds. */
  static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body(), answer.uri().toString());
  }

  /** Asks for a check and waits for its end; the path of its page. */
  String checked(String target, String ports) throws Exception {
    String location =
        post("/checks", "target=" + target + "&ports=" + ports)
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String id = location.substring(location.lastIndexOf('/') + 1);
    checks.find(new CheckId(id)).orElseThrow().await(Duration.ofSeconds(30));
    return "/checks/" + id;
  }

  @Override
  public void close() {
    javalin.stop();
    http.close();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private void configure(JavalinConfig config, Pages pages) {
    config.startup.showJavalinBanner = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.router.contextPath = base.isEmpty() ? "/" : base;
    config.routes.before(context -> context.header("Content-Security-Policy", POLICY));
    pages.open(config.routes);
    config.routes.sse("/api/v1/checks/{id}/events", this::events);
    config.routes.exception(io.javalin.http.HttpResponseException.class, pages.errors()::tell);
  }

  private void events(SseClient client) {
    EventLog log = checks.find(new CheckId(client.ctx().pathParam("id"))).orElseThrow().events();
    try {
      long last = 0;
      while (!log.endsAt(last)) {
        for (CheckEvent event : log.after(last, Duration.ofSeconds(5))) {
          client.sendEvent(event.type(), event.json(), Long.toString(event.id()));
          last = event.id();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Visitor visitor(Context context) {
    return new Visitor(
        Client.at(InetAddress.getLoopbackAddress()), context.scheme() + "://" + context.host());
  }
}
