package dev.smtpscope.web.api;

import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.check.Client;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API on loopback, without the rest of the service, and a client of it. */
final class Api implements AutoCloseable {
  private static final Pattern LOCATION = Pattern.compile("\"self\" ?: ?\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final CheckService service;
  private final ChecksApi api;
  private final Javalin javalin;

  Api(CheckSettings settings) {
    this(settings, StreamLimits.PRIVATE);
  }

  Api(CheckSettings settings, StreamLimits limits) {
    service = new CheckService(settings);
    api = new ChecksApi(service, limits, c -> Client.at(InetAddress.ofLiteral(c.ip())));
    javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.concurrency.useVirtualThreads = true;
          config.http.prefer405over404 = true;
          config.http.maxRequestSize = 65_536;
          config.routes.exception(HttpResponseException.class, new ApiErrors());
          api.addTo(config.routes);
        });
    javalin.start("127.0.0.1", 0);
  }

  CheckService service() {
    return service;
  }

  ChecksApi routes() {
    return api;
  }

  Javalin javalin() {
    return javalin;
  }

  int port() {
    return javalin.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + javalin.port() + path);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  HttpResponse<String> post(String json) {
    return send(
        request("/api/v1/checks", "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Where the check is that {@code created} tells of. */
  static String self(HttpResponse<String> created) {
    Matcher matcher = LOCATION.matcher(created.body());
    if (!matcher.find()) {
      throw new AssertionError(created + " " + created.body());
    }
    return matcher.group(1);
  }

  /** All that the stream of events sends until its end. */
  String follow(String self, String... headers) {
    return get(self + "/events", headers).body();
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
    return headers.length == 0 ? request : request.headers(headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    javalin.stop();
    api.close();
  }
}
