package dev.smtpscope.bulk.summary;

import java.util.List;

/** One division as a table whose rows have bars. */
record BreakdownPanel(Html html, Breakdown breakdown) {
  private static final int FEW = 8;
  private static final int MANY = 100;

  void draw() {
    List<Share> shares = breakdown.shares();
    String id = "by-" + breakdown.id();
    html.line().open("section", "class", "panel", "aria-labelledby", id);
    html.element("h3", breakdown.title(), "id", id);
    html.element("p", basis(), "class", "caption");
    table(shares.subList(0, Math.min(FEW, shares.size())), shares.size() <= FEW);
    if (shares.size() > FEW) {
      html.open("details", "class", "fold");
      html.element("summary", Figures.count(shares.size() - FEW) + " more");
      table(shares.subList(FEW, Math.min(MANY, shares.size())), true);
      html.close("details");
    }
    html.close("section");
  }

  private String basis() {
    String targets = Figures.counted(breakdown.targets(), "target");
    return breakdown.servers() == 0
        ? "of " + targets
        : "of " + targets + " and " + Figures.counted(breakdown.servers(), "server");
  }

  private void table(List<Share> shares, boolean last) {
    html.open("table", "class", "shares");
    header();
    html.open("tbody");
    shares.forEach(share -> row(Labels.of(breakdown, share.value()), share));
    if (last) {
      others();
    }
    html.close("tbody").close("table");
  }

  private void header() {
    html.open("thead").open("tr");
    html.element("th", "Value", "scope", "col");
    html.open("th", "aria-hidden", "true").close("th");
    html.element("th", "Targets", "scope", "col", "class", "num");
    if (breakdown.servers() > 0) {
      html.element("th", "Servers", "scope", "col", "class", "num");
    }
    html.close("tr").close("thead");
  }

  /** All that stands in no row of its own. */
  private void others() {
    List<Share> shown = breakdown.shares().stream().limit(MANY).toList();
    long targets = breakdown.targets() - shown.stream().mapToLong(Share::targets).sum();
    long servers = breakdown.servers() - shown.stream().mapToLong(Share::servers).sum();
    if (targets + servers > 0) {
      row("all others", new Share("", targets, servers));
    }
  }

  private void row(String label, Share share) {
    html.open("tr").open("th", "scope", "row").words(label).close("th");
    Bars bars = new Bars(html);
    bars.draw(breakdown, share);
    bars.number(share.targets(), breakdown.targets());
    if (breakdown.servers() > 0) {
      bars.number(share.servers(), breakdown.servers());
    }
    html.close("tr");
  }
}
