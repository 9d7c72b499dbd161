package dev.smtpscope.web.http;

import java.util.Map;
import java.util.function.BiConsumer;

/** What browsers are told with every answer; a route may say otherwise. */
final class SecurityHeaders {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          // Without any referrer a form's own Origin would be null, which tells us nothing.
          "Referrer-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private static final String ONE_YEAR = "max-age=31536000";

  private SecurityHeaders() {}

  static void addTo(BiConsumer<String, String> headers, boolean isSecure) {
    ALWAYS.forEach(headers);
    if (isSecure) {
      headers.accept("Strict-Transport-Security", ONE_YEAR);
    }
  }
}
