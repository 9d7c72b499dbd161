package dev.smtpscope.render.text;

import dev.smtpscope.render.outline.Block;
import dev.smtpscope.render.outline.Mark;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows in columns, without headings. The last column is broken to fit; where too little room is
 * left for it, it goes on a line of its own.
 */
final class TablePrinter {
  private static final String GAP = "  ";
  private static final int LEAST_LAST = 28;
  private static final int WIDEST = 30;

  private final Page page;
  private final Block.Table table;
  private final int last;
  private final List<Integer> widths;

  TablePrinter(Page page, Block.Table table) {
    this.page = page;
    this.table = table;
    this.last = table.columns().size() - 1;
    this.widths = IntStream.range(0, last).mapToObj(this::widest).toList();
  }

  void print(String margin) throws IOException {
    if (!hasMarks()) {
      heading(margin);
    }
    for (Block.Row row : table.rows()) {
      row(row, margin);
    }
  }

  private void heading(String margin) throws IOException {
    StringBuilder start = new StringBuilder(margin);
    for (int i = 0; i < last; i++) {
      start.append(Columns.padded(table.columns().get(i), widths.get(i))).append(GAP);
    }
    if (fits(start.toString(), table.columns().get(last))) {
      page.wrapped(start.toString(), Style.DIM, table.columns().get(last), Style.DIM);
    }
  }

  private int widest(int column) {
    int heading = hasMarks() ? 0 : table.columns().get(column).length();
    int cells =
        table.rows().stream()
            .mapToInt(r -> Columns.width(Repertoire.fit(r.cells().get(column), page.unicode())))
            .max()
            .orElse(0);
    return Math.clamp(cells, heading, WIDEST);
  }

  private boolean hasMarks() {
    return table.rows().stream().anyMatch(row -> row.mark() != Mark.NONE);
  }

  private void row(Block.Row row, String margin) throws IOException {
    String mark = hasMarks() ? row.mark().glyph(page.unicode()) + " " : "";
    StringBuilder start = new StringBuilder(margin + mark);
    for (int i = 0; i < last; i++) {
      String cell = Repertoire.fit(row.cells().get(i), page.unicode());
      start.append(Columns.padded(cell, widths.get(i))).append(GAP);
    }
    Style style = hasMarks() ? Style.of(row.mark()) : Style.PLAIN;
    String text = row.cells().get(last);
    if (fits(start.toString(), text)) {
      page.wrapped(start.toString(), style, text, Style.PLAIN);
    } else {
      ahead(start.toString(), margin, style);
      page.wrapped(margin + "    ", Style.PLAIN, text, Style.PLAIN);
    }
  }

  /** In columns where there is room for them. */
  private void ahead(String start, String margin, Style style) throws IOException {
    int cut = start.stripTrailing().lastIndexOf(GAP) + GAP.length();
    String end = start.substring(cut).strip();
    if (page.room(0) >= Columns.width(start.substring(0, cut)) + Columns.width(end)) {
      page.wrapped(start.substring(0, cut), style, end, style);
    } else {
      page.wrapped(margin, Style.PLAIN, start.substring(margin.length()).strip(), style);
    }
  }

  private boolean fits(String start, String text) {
    int free = page.room(0) - Columns.width(start);
    return free >= Math.min(LEAST_LAST, Columns.width(text));
  }
}
