package dev.smtpscope.cli.output;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.json.JsonRenderer;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.render.html.HtmlRenderer;
import dev.smtpscope.render.markdown.MarkdownRenderer;
import dev.smtpscope.render.text.TextRenderer;

/** The formats by name. A renderer is loaded only when it is asked for. */
public final class Formats {
  private Formats() {}

  /** The renderer of that name. */
  public static Renderer named(String name) {
    return switch (name) {
      case "text" -> new TextRenderer();
      case "markdown" -> new MarkdownRenderer();
      case "html" -> new HtmlRenderer();
      case "json" -> new JsonRenderer();
      default ->
          throw new UsageException(
              "--format: '" + name + "' is none of text, markdown, html, json");
    };
  }
}
