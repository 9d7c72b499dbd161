package dev.smtpscope.render.text;

import dev.smtpscope.judge.Reference;
import dev.smtpscope.render.outline.Block;
import java.io.IOException;
import java.util.List;

/** Lays blocks out on a page. */
final class BlockPrinter {
  private static final int LABEL = 6;

  private final Page page;

  BlockPrinter(Page page) {
    this.page = page;
  }

  /** Blocks with a blank line between them, except between bare titles of problems. */
  void page(List<Block> blocks) throws IOException {
    airy(blocks, 0);
  }

  private void airy(List<Block> blocks, int margin) throws IOException {
    for (int i = 0; i < blocks.size(); i++) {
      if (i > 0 && !(isTitle(blocks.get(i - 1)) && isTitle(blocks.get(i)))) {
        page.blankLine();
      }
      print(blocks.get(i), margin, "");
    }
  }

  private static boolean isTitle(Block block) {
    return block instanceof Block.Problem problem && problem.body().isEmpty();
  }

  private void dense(List<Block> blocks, int margin, String label) throws IOException {
    String prefix = label;
    for (Block block : blocks) {
      print(block, margin, prefix);
      prefix = "";
    }
  }

  /** Prints at {@code margin}; {@code label} stands in it on the first line. */
  private void print(Block block, int margin, String label) throws IOException {
    String first = label.isEmpty() ? " ".repeat(margin) : label;
    switch (block) {
      case Block.Verdict verdict -> verdict(verdict, first);
      case Block.Paragraph(String text) -> page.wrapped(first, Style.DIM, text, Style.PLAIN);
      case Block.Section section -> section(section, margin, first);
      case Block.Problem problem -> problem(problem, margin);
      case Block.Labelled(String name, List<Block> body) ->
          dense(body, margin + LABEL, Columns.padded(first + name, margin + LABEL));
      case Block.Pairs(List<Block.Pair> pairs) -> pairs(pairs, first);
      case Block.Table table ->
          new TablePrinter(page, table).print(first + "  ".repeat(margin == 0 ? 1 : 0));
      case Block.Bullets(List<String> items) -> bullets(items, first);
      case Block.Verbatim(List<String> lines, int hang) -> verbatim(lines, hang, first, margin);
      case Block.Copyable(List<String> lines) -> copyable(lines, first, margin);
      case Block.Sources sources -> page.wrapped(first, Style.DIM, sources(sources), Style.PLAIN);
    }
  }

  private void verdict(Block.Verdict verdict, String first) throws IOException {
    Style style = Style.strong(verdict.mark());
    page.wrapped(
        first + verdict.mark().glyph(page.unicode()) + " ", style, verdict.sentence(), style);
  }

  private void section(Block.Section section, int margin, String first) throws IOException {
    page.wrapped(first, Style.PLAIN, section.title(), Style.BOLD);
    airy(section.body(), margin + 2);
  }

  private void problem(Block.Problem problem, int margin) throws IOException {
    String mark = " ".repeat(margin) + problem.mark().glyph(page.unicode()) + " ";
    Style style = Style.strong(problem.mark());
    page.wrapped(mark, style, problem.severity() + ": " + problem.title(), style);
    String where = "on " + String.join(", ", problem.subjects());
    page.wrapped(" ".repeat(margin + 2), Style.PLAIN, where, Style.DIM);
    dense(problem.body(), margin + 2, "");
  }

  private void pairs(List<Block.Pair> pairs, String first) throws IOException {
    int width = pairs.stream().mapToInt(p -> Columns.width(p.label())).max().orElse(0) + 2;
    for (Block.Pair pair : pairs) {
      page.wrapped(
          first + Columns.padded(pair.label(), width), Style.DIM, pair.text(), Style.PLAIN);
    }
  }

  private void bullets(List<String> items, String first) throws IOException {
    for (String item : items) {
      page.wrapped(first + "- ", Style.DIM, item, Style.PLAIN);
    }
  }

  private void verbatim(List<String> lines, int hang, String first, int margin) throws IOException {
    String prefix = first;
    for (String line : lines) {
      page.chopped(prefix, Style.DIM, line, hang);
      prefix = " ".repeat(margin);
    }
  }

  private void copyable(List<String> lines, String first, int margin) throws IOException {
    String prefix = first.isBlank() && margin > 0 ? first + "  " : first;
    String below = first.isBlank() ? prefix : " ".repeat(margin);
    for (String line : lines) {
      page.whole(prefix, Style.DIM, line);
      prefix = below;
    }
  }

  private static String sources(Block.Sources sources) {
    String explain = "smtpscope explain " + sources.explain();
    List<String> titles = sources.references().stream().map(Reference::title).toList();
    return titles.isEmpty() ? explain : String.join(", ", titles) + "; " + explain;
  }
}
