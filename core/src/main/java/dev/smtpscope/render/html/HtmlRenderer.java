package dev.smtpscope.render.html;

import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.util.List;

/**
 * One HTML file that needs nothing else: no server, no network, no script. It always holds all that
 * was seen, with what is long folded away; the options change nothing.
 */
public final class HtmlRenderer implements Renderer {
  @Override
  public String format() {
    return "html";
  }

  @Override
  public boolean isOneDocument() {
    return true;
  }

  @Override
  public void render(List<Report> reports, RenderOptions options, Appendable out)
      throws IOException {
    out.append(Pages.document(DocumentView.of(reports)));
  }
}
