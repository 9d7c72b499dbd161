package dev.smtpscope.bulk.compare;

import dev.smtpscope.bulk.row.Ids;
import dev.smtpscope.bulk.summary.Trend;
import dev.smtpscope.text.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A comparison for people: the sums, then the first {@value #MOST} targets that changed. */
public final class TextChanges implements ChangeSink {
  private static final int MOST = 50;
  private static final int TRANSITIONS = 8;
  private static final int TEXT = 60;

  private final Results before;
  private final Results after;
  private final Writer out;
  private final List<Change> first = new ArrayList<>();
  private long all;

  /** Writes everything at the end; {@code out} is left open. */
  public TextChanges(Results before, Results after, Writer out) {
    this.before = before;
    this.after = after;
    this.out = out;
  }

  @Override
  public void change(Change change) {
    all++;
    if (first.size() < MOST) {
      first.add(change);
    }
  }

  @Override
  public void end(Totals totals) throws IOException {
    sums(totals);
    line("");
    line(Trend.HEADING);
    for (Trend trend : Trend.between(before.summary(), after.summary())) {
      line(trend.line());
    }
    for (ColumnChanges column : totals.columns()) {
      column(column);
    }
    targets();
    out.flush();
  }

  private void sums(Totals totals) throws IOException {
    line(side("Before", before));
    line(side("After", after));
    line("");
    line(
        totals.isSame()
            ? "Nothing changed: " + count(totals.both()) + " targets are as they were."
            : count(totals.both())
                + " in both, of which "
                + count(totals.changed())
                + " changed; "
                + count(totals.added())
                + " new, "
                + count(totals.gone())
                + " gone.");
  }

  private static String side(String name, Results results) {
    return String.format(
        Locale.ROOT,
        "%-7s %s, %s, %s targets",
        name,
        results.folder(),
        results.summary().about().began(),
        count(results.summary().targets()));
  }

  private void column(ColumnChanges column) throws IOException {
    line("");
    line(String.format(Locale.ROOT, "%-60s %10s", column.column(), count(column.targets())));
    for (Transition t : column.transitions().stream().limit(TRANSITIONS).toList()) {
      String way =
          column.column().equals("findings")
              ? (t.before().isEmpty() ? "+ " + t.after() : "- " + t.before())
              : told(t.before()) + " → " + told(t.after());
      line(
          String.format(Locale.ROOT, "  %-58s %10s", Words.shortened(way, 58), count(t.targets())));
    }
    int more = column.transitions().size() - TRANSITIONS;
    if (more > 0) {
      line("  and " + Words.count(more, "more way"));
    }
  }

  private void targets() throws IOException {
    if (first.isEmpty()) {
      return;
    }
    line("");
    line(
        all > first.size()
            ? "The first "
                + MOST
                + " of "
                + count(all)
                + " targets that changed (--format csv"
                + " tells all):"
            : "The targets that changed:");
    for (Change change : first) {
      line("  " + change.target() + mark(change.kind()));
      for (Change.Cell cell : change.cells()) {
        line("    " + cell(cell));
      }
    }
  }

  private static String mark(Change.Kind kind) {
    return kind == Change.Kind.CHANGED ? "" : ": " + Ids.of(kind);
  }

  private static String cell(Change.Cell cell) {
    if (!cell.column().equals("findings")) {
      return cell.column() + ": " + told(cell.before()) + " → " + told(cell.after());
    }
    Set<String> was = WordSet.of(cell.before());
    Set<String> is = WordSet.of(cell.after());
    return "findings: "
        + String.join(
            " ",
            Stream.concat(
                    is.stream().filter(id -> !was.contains(id)).map(id -> "+" + id),
                    was.stream().filter(id -> !is.contains(id)).map(id -> "-" + id))
                .toList());
  }

  private static String told(String cell) {
    return cell.isEmpty() ? "none" : Words.shortened(cell, TEXT);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
