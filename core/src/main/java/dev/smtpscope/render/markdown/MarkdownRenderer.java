package dev.smtpscope.render.markdown;

import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.render.outline.ReportOutline;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.util.List;

/**
 * Markdown (CommonMark with GitHub's tables) for tickets, wikis and mail. Always detailed unless
 * quiet; whatever a server said stands as text or code.
 */
public final class MarkdownRenderer implements Renderer {
  @Override
  public String format() {
    return "markdown";
  }

  @Override
  public boolean isOneDocument() {
    return false;
  }

  @Override
  public void render(List<Report> reports, RenderOptions options, Appendable out)
      throws IOException {
    RenderOptions detailed =
        new RenderOptions(
            true,
            options.transcript(),
            options.quiet(),
            options.pem(),
            false,
            options.unicode(),
            options.width());
    for (int i = 0; i < reports.size(); i++) {
      out.append(i == 0 ? "" : "\n---\n\n");
      new MarkdownPrinter(out).page(ReportOutline.of(reports.get(i), detailed));
    }
  }
}
