package dev.smtpscope.render.outline;

import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.reference.Keywords;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What EHLO listed before and inside TLS, side by side, so that the difference shows. */
record CapabilityTable(Set<String> plain, Set<String> inTls, boolean both) {
  private static final int ROWS = 100;
  private static final int WIDTH = 200;

  static Optional<Block> of(EndpointFacts endpoint) {
    CapabilityTable table =
        new CapabilityTable(
            lines(endpoint.hello().capabilities().all()),
            lines(endpoint.helloInTls().capabilities().all()),
            endpoint.hello().isExtended() && endpoint.helloInTls().isExtended());
    return table.plain.isEmpty() && table.inTls.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Section(table.title(), List.of(table.block())));
  }

  private static Set<String> lines(List<Capability> capabilities) {
    Set<String> lines = new LinkedHashSet<>();
    capabilities.forEach(c -> lines.add(c.line().strip()));
    return lines;
  }

  private String title() {
    return both ? "EHLO before and inside TLS" : plain.isEmpty() ? "EHLO inside TLS" : "EHLO";
  }

  private Block block() {
    Set<String> all = new LinkedHashSet<>(plain);
    all.addAll(inTls);
    List<Block.Row> rows = new ArrayList<>(all.stream().limit(ROWS).map(this::row).toList());
    if (all.size() > ROWS) {
      rows.add(row("", "", Words.count((long) all.size() - ROWS, "more line")));
    }
    return new Block.Table(columns(), rows);
  }

  private List<String> columns() {
    return both ? List.of("Capability", "Offered", "Meaning") : List.of("Capability", "Meaning");
  }

  private Block.Row row(String line) {
    return row(Words.shortened(line, WIDTH), both ? where(line) : "", meaning(line));
  }

  private Block.Row row(String line, String where, String meaning) {
    return new Block.Row(Mark.NONE, both ? List.of(line, where, meaning) : List.of(line, meaning));
  }

  private String where(String line) {
    boolean before = plain.contains(line);
    return before && inTls.contains(line) ? "both" : before ? "before TLS only" : "inside TLS only";
  }

  private static String meaning(String line) {
    return Keywords.of(line.split("\\s", 2)[0]).summary();
  }
}
