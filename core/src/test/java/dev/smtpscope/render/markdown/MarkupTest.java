package dev.smtpscope.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Samples;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** What a server said is read by a Markdown parser as the words it said and nothing else. */
class MarkupTest {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();

  @Test
  void textStaysText() {
    for (String text : nasty()) {
      Node paragraph = PARSER.parse(Markup.text(text)).getFirstChild();

      assertThat(paragraph).as(text).isInstanceOf(Paragraph.class);
      assertThat(paragraph.getNext()).as(text).isNull();
      assertThat(plain(paragraph)).isEqualTo(text.strip().replaceAll(" +", " "));
    }
  }

  @Test
  void cellsStayCells() {
    for (String text : nasty()) {
      Node table =
          PARSER
              .parse("| a | b |\n| --- | --- |\n| x | " + Markup.cell(text) + " |")
              .getFirstChild();
      List<String> cells = new ArrayList<>();
      table.accept(
          new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.CustomNode node) {
              if (node instanceof TableCell) {
                cells.add(plain(node));
              }
              visitChildren(node);
            }
          });

      assertThat(cells).as(text).containsExactly("a", "b", "x", text.strip().replaceAll(" +", " "));
    }
  }

  @Test
  void fencesHold() {
    for (String text : nasty()) {
      List<String> lines = List.of(text, "```", "````", text);
      String fence = Markup.fence(lines);
      Node block =
          PARSER.parse(fence + "text\n" + String.join("\n", lines) + "\n" + fence).getFirstChild();

      assertThat(block).isInstanceOf(FencedCodeBlock.class);
      assertThat(block.getNext()).isNull();
      assertThat(((FencedCodeBlock) block).getLiteral()).isEqualTo(String.join("\n", lines) + "\n");
    }
  }

  @Test
  void reportsHoldNoHtmlAndNoLinkOfAPeer() throws IOException {
    RenderOptions everything = new RenderOptions(true, true, false, true, false, true, 80);
    for (Report report : Samples.all().values()) {
      StringBuilder out = new StringBuilder();
      new MarkdownRenderer().render(report, everything, out);

      PARSER.parse(out.toString()).accept(new Forbidding());
    }
  }

  private static final class Forbidding extends AbstractVisitor {
    @Override
    public void visit(HtmlBlock html) {
      throw new AssertionError(html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      throw new AssertionError(html.getLiteral());
    }

    @Override
    public void visit(Image image) {
      throw new AssertionError(image.getDestination());
    }

    @Override
    public void visit(Link link) {
      assertThat(link.getDestination()).startsWith("https://www.rfc-editor.org/rfc/");
    }
  }

  private static List<String> nasty() {
    List<String> texts = new ArrayList<>(Samples.HOSTILE);
    Random random = new Random(11);
    String alphabet = "ab1 .-_*`#<>[]()!|\\~&;:/@=+w$\"'";
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.insert(
            random.nextInt(2) * text.length(), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      texts.add(text.toString().strip());
    }
    return texts;
  }

  private static String plain(Node parent) {
    StringBuilder text = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text words -> text.append(words.getLiteral());
        case Code code -> text.append(code.getLiteral());
        default -> throw new AssertionError("markup: " + node);
      }
    }
    return text.toString();
  }
}
