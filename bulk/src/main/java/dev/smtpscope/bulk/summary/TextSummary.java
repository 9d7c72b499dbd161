package dev.smtpscope.bulk.summary;

import dev.smtpscope.judge.Severity;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A summary in a few lines for a terminal, at most 80 columns wide. */
public final class TextSummary {
  private static final int NAME = 32;
  private static final int FINDINGS = 10;

  private final List<String> lines = new ArrayList<>();
  private final ScanSummary summary;

  private TextSummary(ScanSummary summary) {
    this.summary = summary;
  }

  /** The lines, without their ends. */
  public static List<String> of(ScanSummary summary) {
    TextSummary text = new TextSummary(summary);
    text.head();
    text.keyFigures();
    text.top("provider");
    text.top("software");
    text.findings();
    text.latencies();
    return List.copyOf(text.lines);
  }

  private void head() {
    About about = summary.about();
    lines.add(
        Figures.counted(summary.targets(), "target")
            + " on "
            + Figures.counted(summary.servers(), "server")
            + " in "
            + Words.duration(Duration.between(about.began(), about.ended()))
            + (about.complete() ? "" : "; broken off, not all targets were looked at"));
    lines.add("");
    heading("");
    summary.breakdown("outcome").ifPresent(b -> b.shares().forEach(s -> share(b, s)));
  }

  private void keyFigures() {
    List<KeyFigure> figures = KeyFigure.of(summary);
    if (!figures.isEmpty()) {
      lines.add("");
    }
    for (KeyFigure figure : figures) {
      row(figure.name(), figure.byTargets(), figure.isOfServers() ? figure.byServers() : "");
    }
  }

  private void top(String id) {
    summary
        .breakdown(id)
        .filter(b -> !b.isEmpty())
        .ifPresent(b -> {
          lines.add("");
          heading(b.title());
          b.shares().stream().limit(5).forEach(s -> share(b, s));
        });
  }

  private void findings() {
    List<FindingCount> worst =
        summary.findings().stream()
            .filter(f -> f.severity().compareTo(Severity.WARNING) >= 0)
            .limit(FINDINGS)
            .toList();
    if (!worst.isEmpty()) {
      lines.add("");
      heading("Errors and warnings");
    }
    for (FindingCount f : worst) {
      row(
          f.id(),
          Figures.percent(f.targets(), summary.targets()),
          f.isOfServers() ? Figures.percent(f.servers(), summary.servers()) : "");
    }
  }

  private void latencies() {
    if (!summary.latencies().isEmpty()) {
      lines.add("");
      lines.add(times("Time of servers", "median", "90 %", "99 %"));
    }
    for (Latency l : summary.latencies()) {
      lines.add(
          times(
              l.stage().label(),
              Figures.time(l.median()),
              Figures.time(l.p90()),
              Figures.time(l.p99())));
    }
  }

  private void heading(String title) {
    row(title, "targets", "servers");
  }

  private void share(Breakdown whole, Share share) {
    row(
        Labels.of(whole, share.value()),
        Figures.percent(share.targets(), whole.targets()),
        whole.servers() == 0 ? "" : Figures.percent(share.servers(), whole.servers()));
  }

  private void row(String name, String targets, String servers) {
    String line =
        String.format(
            Locale.ROOT, "%-32s %10s %10s", Words.shortened(name, NAME), targets, servers);
    lines.add(line.stripTrailing());
  }

  private static String times(String name, String median, String p90, String p99) {
    return String.format(Locale.ROOT, "%-32s %10s %10s %10s", name, median, p90, p99);
  }
}
