package dev.smtpscope.web.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what other sites make a browser send. What changes something must come from our own pages
 * or from a program; so must what programs alone ask for, since it starts checks.
 */
final class OriginGuard implements Handler {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final String base;

  OriginGuard(BasePath base) {
    this.base = base.value();
  }

  @Override
  public void handle(Context context) {
    boolean isReading = READING.contains(context.req().getMethod());
    if (!isReading && !isOurs(context)) {
      throw refused("This must be sent from a page of this site, or as JSON by a program.");
    }
    if (isReading && isForPrograms(context.path()) && isForeign(context)) {
      throw refused("Pages of other sites may not ask this.");
    }
  }

  private static boolean isOurs(Context context) {
    Optional<String> site = header(context, "Sec-Fetch-Site");
    if (site.isPresent()) {
      return OWN.contains(site.get());
    }
    return header(context, "Origin")
        .map(origin -> origin.equals(Caller.of(context).origin()))
        .orElseGet(() -> isByProgram(context));
  }

  /** No form can send JSON or DELETE to another site. */
  private static boolean isByProgram(Context context) {
    String type = header(context, "Content-Type").orElse("");
    return context.req().getMethod().equals("DELETE")
        || type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
  }

  private boolean isForPrograms(String path) {
    return path.startsWith(base + "/api/v1/")
        || path.equals(base + "/probe")
        || path.equals(base + "/metrics");
  }

  private static boolean isForeign(Context context) {
    return header(context, "Sec-Fetch-Site").filter(site -> !OWN.contains(site)).isPresent();
  }

  private static Optional<String> header(Context context, String name) {
    return Optional.ofNullable(context.header(name));
  }

  private static HttpResponseException refused(String why) {
    return new HttpResponseException(403, why);
  }
}
