package dev.smtpscope.render.outline;

import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.reference.Keywords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What EHLO listed before and inside TLS, side by side, so that the difference shows. */
record CapabilityTable(Set<String> plain, Set<String> inTls, boolean both) {
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
    return new Block.Table(columns(), all.stream().map(this::row).toList());
  }

  private List<String> columns() {
    return both ? List.of("Capability", "Offered", "Meaning") : List.of("Capability", "Meaning");
  }

  private Block.Row row(String line) {
    List<String> cells = new ArrayList<>();
    cells.add(line);
    if (both) {
      cells.add(where(line));
    }
    cells.add(meaning(line));
    return new Block.Row(Mark.NONE, cells);
  }

  private String where(String line) {
    boolean before = plain.contains(line);
    return before && inTls.contains(line) ? "both" : before ? "before TLS only" : "inside TLS only";
  }

  private static String meaning(String line) {
    return Keywords.of(line.split("\\s", 2)[0]).summary();
  }
}
