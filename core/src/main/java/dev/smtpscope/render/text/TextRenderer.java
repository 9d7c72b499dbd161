package dev.smtpscope.render.text;

import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.render.outline.ReportOutline;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.util.List;

/**
 * Text for a person at a terminal. No line is wider than asked for, except those meant to be copied
 * whole; no control character is written but line feeds and, with colour, SGR sequences.
 */
public final class TextRenderer implements Renderer {
  @Override
  public String format() {
    return "text";
  }

  @Override
  public boolean isOneDocument() {
    return false;
  }

  @Override
  public void render(List<Report> reports, RenderOptions options, Appendable out)
      throws IOException {
    Page page = new Page(out, options);
    for (Report report : reports) {
      page.blankLine();
      new BlockPrinter(page).page(ReportOutline.of(report, options));
    }
  }
}
