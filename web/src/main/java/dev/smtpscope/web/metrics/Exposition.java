package dev.smtpscope.web.metrics;

import io.javalin.http.Context;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers with all metrics of a registry. */
final class Exposition {
  private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();

  private Exposition() {}

  static void answer(Context context, PrometheusRegistry registry) {
    context.contentType(WRITER.getContentType()).result(text(registry));
  }

  static byte[] text(PrometheusRegistry registry) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      WRITER.write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
