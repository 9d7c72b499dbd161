package dev.smtpscope.bulk.summary;

import java.util.Locale;

/** Cells of tables: bars, the upper for targets, the lower for servers, and their figures. */
record Bars(Html html) {
  void draw(Breakdown whole, Share share) {
    draw(share.targets(), whole.targets(), share.servers(), whole.servers());
  }

  /** Draws no lower bar where {@code allServers} is 0. */
  void draw(long targets, long allTargets, long servers, long allServers) {
    html.open("td", "class", "bars", "aria-hidden", "true");
    html.open("svg", "width", "100%", "height", allServers == 0 ? "8" : "16", "focusable", "false");
    bar(0, "by-targets", targets, allTargets);
    if (allServers > 0) {
      bar(9, "by-servers", servers, allServers);
    }
    html.close("svg").close("td");
  }

  /** The figures to a bar. */
  void number(long part, long whole) {
    html.open("td", "class", "num");
    html.element("strong", Figures.percent(part, whole));
    html.element("span", Figures.count(part), "class", "caption");
    html.close("td");
  }

  private void bar(int y, String kind, long part, long whole) {
    rect(y, "track", "100%");
    if (part > 0 && whole > 0) {
      rect(y, kind, String.format(Locale.ROOT, "%.2f%%", Math.max(0.5, 100.0 * part / whole)));
    }
  }

  private void rect(int y, String kind, String width) {
    html.open(
        "rect", "class", kind, "y", String.valueOf(y), "width", width, "height", "7", "rx", "2");
    html.close("rect");
  }
}
