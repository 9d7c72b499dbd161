package dev.smtpscope.web.page;

import dev.smtpscope.output.Renderers;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.report.Report;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Reports as files. */
final class Downloads {
  /** The formats, by the ends of their files' names. */
  static final List<Format> FORMATS =
      List.of(
          new Format("json", "json", "application/json"),
          new Format("md", "markdown", "text/markdown; charset=utf-8"),
          new Format("html", "html", "text/html; charset=utf-8"));

  private static final RenderOptions ALL =
      new RenderOptions(true, true, false, false, false, true, 80);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

  private Downloads() {}

  /** A format of files. */
  record Format(String extension, String name, String contentType) {}

  static void send(Context context, Report report, Format format) {
    Renderer renderer = Renderers.named(format.name()).orElseThrow();
    StringBuilder out = new StringBuilder();
    try {
      renderer.render(report, ALL, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.header("Cache-Control", "no-store");
    context.header("X-Robots-Tag", "noindex, nofollow");
    context.header(
        "Content-Disposition", "attachment; filename=\"" + fileName(report, format) + "\"");
    context.contentType(format.contentType()).result(out.toString());
  }

  private static String fileName(Report report, Format format) {
    String host = report.facts().target().host().toString().replaceAll("[^A-Za-z0-9.-]", "-");
    return "smtpscope-"
        + host
        + "-"
        + DAY.format(report.facts().observedAt())
        + "."
        + format.extension();
  }
}
