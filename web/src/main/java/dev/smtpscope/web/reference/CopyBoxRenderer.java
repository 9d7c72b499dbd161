package dev.smtpscope.web.reference;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Gives code blocks the copy button that reports have. */
final class CopyBoxRenderer implements NodeRenderer {
  private final HtmlWriter html;

  CopyBoxRenderer(HtmlNodeRendererContext context) {
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    html.line();
    html.tag("div", Map.of("class", "copybox"));
    html.tag("pre");
    html.tag("code");
    html.text(((FencedCodeBlock) node).getLiteral());
    html.tag("/code");
    html.tag("/pre");
    html.tag("button", Map.of("type", "button", "class", "copy js-only"));
    html.text("Copy");
    html.tag("/button");
    html.tag("/div");
    html.line();
  }
}
