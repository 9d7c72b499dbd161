package dev.smtpscope.web.page;

import dev.smtpscope.web.WebOptions;
import dev.smtpscope.web.WebServer;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.http.BasePath;
import dev.smtpscope.web.http.HttpOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The whole service, with the town's mail servers to look at. */
final class TestSite implements AutoCloseable {
  private final String base;
  private final WebServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  TestSite(String base, CheckSettings checks) throws IOException {
    this.base = base;
    Path links = Files.createTempDirectory("links").resolve("links.db");
    this.server =
        WebServer.start(new WebOptions(0, http(base, checks), checks, Optional.of(links)));
  }

  static TestSite of(Town town) throws IOException {
    return new TestSite("", settings(town, CheckLimits.PRIVATE, Access.ALL));
  }

  static CheckSettings settings(Town town, CheckLimits limits, Access access) {
    return CheckSettings.of(access, limits, town::names, town.anchors());
  }

  private static HttpOptions http(String base, CheckSettings checks) {
    return new HttpOptions(
        InetAddress.ofLiteral("127.0.0.1"),
        checks.access().equals(Access.PUBLIC),
        Set.of(),
        List.of(),
        new BasePath(base),
        Optional.empty(),
        Optional.empty());
  }

  /** The address of a page. */
  String url(String path) {
    return url(port(), path);
  }

  /** The address of a page by way of another port. */
  String url(int port, String path) {
    return "http://127.0.0.1:" + port + base + path;
  }

  int port() {
    return server.address().getPort();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET().build());
  }

  /** Posts as a page of the site does. */
  HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        request(path, "Sec-Fetch-Site", "same-origin")
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
    HttpResponse<String> started = post("/checks", "target=" + target + "&ports=" + ports);
    String location = started.headers().firstValue("Location").orElseThrow();
    String id = location.substring(location.lastIndexOf('/') + 1);
    get("/api/v1/checks/" + id + "/events"); // ends with the check
    return "/checks/" + id;
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
