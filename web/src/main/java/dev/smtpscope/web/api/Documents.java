package dev.smtpscope.web.api;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The documents that describe the API. */
final class Documents {
  private Documents() {}

  static void addTo(RoutesConfig routes) {
    add(routes, "openapi.json");
    add(routes, "report.schema.json");
  }

  private static void add(RoutesConfig routes, String name) {
    byte[] document = read(name);
    routes.get(
        "/api/" + name,
        context ->
            context
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=3600")
                .result(document));
  }

  private static byte[] read(String name) {
    try (InputStream in = Documents.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
