package dev.smtpscope.output;

import dev.smtpscope.json.JsonRenderer;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.render.html.HtmlRenderer;
import dev.smtpscope.render.markdown.MarkdownRenderer;
import dev.smtpscope.render.text.TextRenderer;
import java.util.List;
import java.util.Optional;

/** The formats that reports can be written in. */
public final class Renderers {
  /** Every format, the default first. Creating them loads no library. */
  public static final List<Renderer> ALL =
      List.of(new TextRenderer(), new MarkdownRenderer(), new HtmlRenderer(), new JsonRenderer());

  private Renderers() {}

  /** The renderer of {@code format}. */
  public static Optional<Renderer> named(String format) {
    return ALL.stream().filter(renderer -> renderer.format().equals(format)).findFirst();
  }
}
