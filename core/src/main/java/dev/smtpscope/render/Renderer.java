package dev.smtpscope.render;

import dev.smtpscope.report.Report;

/** Turns reports into one format. Stateless; safe for all threads. */
public interface Renderer {
  /** The name used in options, such as {@code markdown}. */
  String format();

  /** Writes {@code report} as the options ask. */
  void render(Report report, RenderOptions options, Appendable out) throws java.io.IOException;
}
