package dev.smtpscope.render.markdown;

import dev.smtpscope.judge.Reference;
import dev.smtpscope.render.outline.Block;
import dev.smtpscope.render.outline.Mark;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks as Markdown, each set off by a blank line. */
final class MarkdownPrinter {
  private static final int DEEPEST = 6;

  private final Appendable out;
  private boolean empty = true;

  MarkdownPrinter(Appendable out) {
    this.out = out;
  }

  void page(List<Block> blocks) throws IOException {
    print(blocks, 2);
  }

  private void print(List<Block> blocks, int level) throws IOException {
    for (Block block : blocks) {
      print(block, level);
    }
  }

  private void print(Block block, int level) throws IOException {
    switch (block) {
      case Block.Verdict verdict ->
          heading(1, glyph(verdict.mark()) + Markup.text(verdict.sentence()));
      case Block.Paragraph(String text) -> paragraph(Markup.text(text));
      case Block.Section(String title, List<Block> body) -> {
        heading(level, Markup.text(title));
        print(body, level + 1);
      }
      case Block.Problem problem -> problem(problem, level);
      case Block.Labelled(String label, List<Block> body) -> labelled(label, body, level);
      case Block.Pairs(List<Block.Pair> pairs) -> pairs(pairs);
      case Block.Table table -> table(table);
      case Block.Bullets(List<String> items) -> bullets(items);
      case Block.Verbatim(List<String> lines, int hang) -> fenced(lines);
      case Block.Copyable(List<String> lines) -> fenced(lines);
      case Block.Sources sources -> paragraph(sources(sources));
    }
  }

  private void problem(Block.Problem problem, int level) throws IOException {
    heading(
        level, glyph(problem.mark()) + problem.severity() + ": " + Markup.text(problem.title()));
    paragraph(
        "On " + problem.subjects().stream().map(Markup::code).collect(Collectors.joining(", ")));
    print(problem.body(), level + 1);
  }

  /** The label leads the first paragraph, or stands alone before a block of another kind. */
  private void labelled(String label, List<Block> body, int level) throws IOException {
    String strong = "**" + Markup.text(label) + "** ";
    switch (body.getFirst()) {
      case Block.Paragraph(String text) -> paragraph(strong + Markup.text(text));
      case Block.Sources sources -> paragraph(strong + sources(sources));
      case Block.Verdict _,
          Block.Section _,
          Block.Problem _,
          Block.Labelled _,
          Block.Pairs _,
          Block.Table _,
          Block.Bullets _,
          Block.Verbatim _,
          Block.Copyable _ -> {
        paragraph(strong.strip());
        print(body.getFirst(), level);
      }
    }
    print(body.subList(1, body.size()), level);
  }

  private void pairs(List<Block.Pair> pairs) throws IOException {
    List<Block.Row> rows =
        pairs.stream().map(p -> new Block.Row(Mark.NONE, List.of(p.label(), p.text()))).toList();
    table(new Block.Table(List.of("", ""), rows));
  }

  private void table(Block.Table table) throws IOException {
    gap();
    row(table.columns());
    out.append("|").append(" --- |".repeat(table.columns().size())).append('\n');
    for (Block.Row row : table.rows()) {
      out.append("| ").append(glyph(row.mark()));
      out.append(row.cells().stream().map(Markup::cell).collect(Collectors.joining(" | ")));
      out.append(" |\n");
    }
  }

  private void row(List<String> cells) throws IOException {
    String joined = cells.stream().map(Markup::cell).collect(Collectors.joining(" | "));
    out.append("| ").append(joined).append(" |\n");
  }

  private void bullets(List<String> items) throws IOException {
    gap();
    for (String item : items) {
      out.append("- ").append(Markup.text(item)).append('\n');
    }
  }

  private void fenced(List<String> lines) throws IOException {
    gap();
    String fence = Markup.fence(lines);
    out.append(fence).append("text\n");
    for (String line : lines) {
      out.append(line).append('\n');
    }
    out.append(fence).append('\n');
  }

  private void heading(int level, String text) throws IOException {
    paragraph("#".repeat(Math.min(level, DEEPEST)) + " " + text);
  }

  private void paragraph(String markup) throws IOException {
    gap();
    out.append(markup).append('\n');
  }

  private void gap() throws IOException {
    out.append(empty ? "" : "\n");
    empty = false;
  }

  private static String glyph(Mark mark) {
    return mark == Mark.NONE ? "" : Markup.text(mark.glyph(true)) + " ";
  }

  private static String sources(Block.Sources sources) {
    String explain = Markup.code("smtpscope explain " + sources.explain());
    String links =
        sources.references().stream().map(MarkdownPrinter::link).collect(Collectors.joining(", "));
    return links.isEmpty() ? explain : links + "; " + explain;
  }

  /** References come from the checks, never from a peer. */
  private static String link(Reference reference) {
    String title = Markup.text(reference.title());
    return reference.url().map(url -> "[" + title + "](" + url + ")").orElse(title);
  }
}
