package dev.smtpscope.bulk.summary;

import java.util.List;
import java.util.Locale;

/** How the targets fared, as one bar with its legend. */
record OutcomeBar(Html html, Breakdown outcomes) {
  private static final List<String> ORDER = List.of("fine", "findings", "not-tested");

  void draw() {
    html.open("svg", "class", "outcomes", "width", "100%", "height", "18", "aria-hidden", "true");
    double x = 0;
    for (String outcome : ORDER) {
      double width = 100.0 * targets(outcome) / Math.max(1, outcomes.targets());
      segment(outcome, x, width);
      x += width;
    }
    html.close("svg").open("ul", "class", "legend");
    ORDER.forEach(this::legend);
    html.close("ul");
  }

  private void segment(String outcome, double x, double width) {
    html.open(
            "rect",
            "class",
            "outcome-" + outcome,
            "x",
            percent(x),
            "width",
            percent(width),
            "height",
            "18")
        .close("rect");
  }

  private void legend(String outcome) {
    html.open("li");
    html.open("svg", "width", "12", "height", "12", "aria-hidden", "true");
    html.open("rect", "class", "outcome-" + outcome, "width", "12", "height", "12", "rx", "3");
    html.close("rect").close("svg");
    long targets = targets(outcome);
    html.element("strong", Figures.percent(targets, outcomes.targets()));
    html.text(" " + words(outcome) + " (" + Figures.count(targets) + ")").close("li");
  }

  private long targets(String outcome) {
    return outcomes.shares().stream()
        .filter(s -> s.value().equals(outcome))
        .mapToLong(Share::targets)
        .sum();
  }

  private static String words(String outcome) {
    return switch (outcome) {
      case "fine" -> "without warnings or errors";
      case "findings" -> "with warnings or errors";
      default -> "could not be tested";
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", share);
  }
}
