package dev.smtpscope.render.outline;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What EHLO listed before and inside TLS, side by side, so that the difference shows. */
record CapabilityTable(Ehlo ehlo) {
  private static final int ROWS = 100;
  private static final int WIDTH = 200;

  static Optional<Block> of(EndpointFacts endpoint) {
    Ehlo ehlo = Ehlo.of(endpoint);
    return ehlo.lines().isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Section(ehlo.title(), List.of(new CapabilityTable(ehlo).block())));
  }

  private Block block() {
    List<Ehlo.Line> all = ehlo.lines();
    List<Block.Row> rows = new ArrayList<>(all.stream().limit(ROWS).map(this::row).toList());
    if (all.size() > ROWS) {
      rows.add(row("", "", Words.count((long) all.size() - ROWS, "more line")));
    }
    return new Block.Table(columns(), rows);
  }

  private List<String> columns() {
    return ehlo.both()
        ? List.of("Capability", "Offered", "Meaning")
        : List.of("Capability", "Meaning");
  }

  private Block.Row row(Ehlo.Line line) {
    return row(Words.shortened(line.text(), WIDTH), where(line), line.keyword().summary());
  }

  private Block.Row row(String line, String where, String meaning) {
    return new Block.Row(
        Mark.NONE, ehlo.both() ? List.of(line, where, meaning) : List.of(line, meaning));
  }

  private static String where(Ehlo.Line line) {
    return line.beforeTls() && line.insideTls()
        ? "both"
        : line.beforeTls() ? "before TLS only" : "inside TLS only";
  }
}
