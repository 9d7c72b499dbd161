package dev.smtpscope.bulk.summary;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How long the stages take: a bar from median to 99 percent for each, on a logarithmic axis. */
record LatencyChart(Html html, List<Latency> latencies) {
  private static final int ROW = 26;
  private static final List<Integer> DECADES = List.of(1, 10, 100, 1000, 10_000, 100_000);

  void draw() {
    html.line().open("div", "class", "panel");
    svg();
    table();
    html.close("div");
  }

  private void svg() {
    int height = latencies.size() * ROW + 24;
    html.open("figure", "class", "latency", "aria-hidden", "true");
    html.open("div", "class", "lanes");
    latencies.forEach(l -> html.element("span", l.stage().label()));
    html.close("div");
    html.open("svg", "class", "chart", "width", "100%", "height", String.valueOf(height));
    DECADES.forEach(millis -> grid(millis, height));
    for (int i = 0; i < latencies.size(); i++) {
      lane(latencies.get(i), i * ROW);
    }
    html.close("svg").close("figure");
  }

  private void grid(int millis, int height) {
    String x = at(Duration.ofMillis(millis));
    html.open(
        "line", "class", "grid", "x1", x, "x2", x, "y1", "0", "y2", String.valueOf(height - 20));
    html.close("line");
    String anchor = millis == 1 ? "start" : millis == 100_000 ? "end" : "middle";
    html.element(
        "text",
        millis < 1000 ? millis + " ms" : millis / 1000 + " s",
        "class",
        "tick",
        "x",
        x,
        "y",
        String.valueOf(height - 5),
        "text-anchor",
        anchor);
  }

  private void lane(Latency latency, int top) {
    bar(latency.median(), latency.p99(), top + 9, 8, "reach");
    bar(latency.median(), latency.p90(), top + 7, 12, "by-targets");
    html.open(
            "circle",
            "class",
            "median",
            "cx",
            at(latency.median()),
            "cy",
            String.valueOf(top + 13),
            "r",
            "6")
        .close("circle");
  }

  private void bar(Duration from, Duration to, int y, int height, String kind) {
    String width = percent(position(to) - position(from));
    html.open(
            "rect",
            "class",
            kind,
            "x",
            at(from),
            "y",
            String.valueOf(y),
            "width",
            width,
            "height",
            String.valueOf(height),
            "rx",
            "3")
        .close("rect");
  }

  private static String at(Duration time) {
    return percent(position(time));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }

  /** From 1 ms at the left to 100 s at the right. */
  private static double position(Duration time) {
    double millis = Math.max(1, time.toNanos() / 1_000_000.0);
    return Math.clamp(Math.log10(millis) / 5 * 100, 0.0, 100.0);
  }

  private void table() {
    html.open("div", "class", "scroll").open("table", "class", "times");
    html.open("thead").open("tr");
    html.element("th", "Stage", "scope", "col");
    List.of("Servers", "Median", "90 %", "95 %", "99 %")
        .forEach(name -> html.element("th", name, "scope", "col", "class", "num"));
    html.close("tr").close("thead").open("tbody");
    latencies.forEach(this::row);
    html.close("tbody").close("table").close("div");
  }

  private void row(Latency latency) {
    html.open("tr").element("th", latency.stage().label(), "scope", "row");
    html.element("td", Figures.count(latency.servers()), "class", "num");
    List.of(latency.median(), latency.p90(), latency.p95(), latency.p99())
        .forEach(time -> html.element("td", Figures.time(time), "class", "num"));
    html.close("tr");
  }
}
