package dev.smtpscope.json;

import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.util.List;

/** JSON for programs: facts and judgements, whatever a person would like to see of them. */
public final class JsonRenderer implements Renderer {
  @Override
  public String format() {
    return "json";
  }

  @Override
  public boolean isOneDocument() {
    return true;
  }

  @Override
  public void render(List<Report> reports, RenderOptions options, Appendable out)
      throws IOException {
    ReportJson.write(reports, options.unicode(), out);
  }
}
