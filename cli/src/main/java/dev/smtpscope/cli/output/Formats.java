package dev.smtpscope.cli.output;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import java.io.IOException;
import java.util.List;

/** The formats by name. A renderer is loaded only when it is asked for. */
public final class Formats {
  private Formats() {}

  /** The renderer of that name. */
  public static Renderer named(String name) {
    return switch (name) {
      case "text" -> new Interim();
      default ->
          throw new UsageException("--format: '" + name + "' is none of text, markdown, json");
    };
  }

  private static final class Interim implements Renderer {
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
      for (Report report : reports) {
        out.append(Summary.of(report).sentence()).append('\n');
      }
    }
  }
}
