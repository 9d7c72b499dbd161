package dev.smtpscope.web.reference;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns a page about a check into HTML. Raw HTML in it is shown, not obeyed. */
final class Markdown {
  private static final List<TablesExtension> EXTENSIONS =
      List.of((TablesExtension) TablesExtension.create());

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(CopyBoxRenderer::new)
          .build();

  /** All but the heading and the question, which the page shows itself. */
  String body(String text) {
    Node document = parser.parse(text.replaceAll("(?s)<!--.*?-->", ""));
    if (document.getFirstChild() instanceof Heading heading) {
      heading.unlink();
    }
    if (document.getFirstChild() instanceof Paragraph question) {
      question.unlink();
    }
    document.accept(new PageLinks());
    return renderer.render(document);
  }

  /** Leads from one page to the other, whose addresses end without {@code .md}. */
  private static final class PageLinks extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      String target = link.getDestination();
      if (!target.contains("/")) {
        link.setDestination(target.replaceFirst("\\.md(#|$)", "$1"));
      }
      visitChildren(link);
    }
  }
}
