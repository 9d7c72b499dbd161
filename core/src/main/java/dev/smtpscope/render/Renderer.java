package dev.smtpscope.render;

import dev.smtpscope.report.Report;
import java.io.IOException;
import java.util.List;

/** Turns reports into one format. Stateless; safe for all threads. */
public interface Renderer {
  /** The name used in options, such as {@code markdown}. */
  String format();

  /**
   * Whether the output for several reports is one document, so that they have to be rendered
   * together. Otherwise each may be rendered as it becomes known.
   */
  boolean isOneDocument();

  /** Writes {@code reports}, in their order, as the options ask. */
  void render(List<Report> reports, RenderOptions options, Appendable out) throws IOException;

  /** Writes one report. */
  default void render(Report report, RenderOptions options, Appendable out) throws IOException {
    render(List.of(report), options, out);
  }
}
