package dev.smtpscope.bulk.summary;

import dev.smtpscope.judge.Severity;
import java.util.List;

/** The findings, worst first, the more frequent before the rarer. */
record FindingsTable(Html html, ScanSummary summary) {
  void draw() {
    List.of(Severity.values()).reversed().forEach(this::draw);
  }

  private void draw(Severity severity) {
    List<FindingCount> findings =
        summary.findings().stream().filter(f -> f.severity() == severity).toList();
    if (findings.isEmpty()) {
      return;
    }
    html.line().open("section", "class", "panel is-" + severity.id());
    html.element("h3", title(severity), "class", "tone");
    html.open("table", "class", "shares").open("thead").open("tr");
    html.element("th", "Finding", "scope", "col");
    html.open("th", "aria-hidden", "true").close("th");
    html.element("th", "Targets", "scope", "col", "class", "num");
    html.element("th", "Servers", "scope", "col", "class", "num");
    html.close("tr").close("thead").open("tbody");
    findings.forEach(this::row);
    html.close("tbody").close("table").close("section");
  }

  private static String title(Severity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case NOTICE -> "Notices";
      case INFO -> "For information";
    };
  }

  private void row(FindingCount finding) {
    html.open("tr").open("th", "scope", "row").element("code", finding.id()).close("th");
    Bars bars = new Bars(html);
    long servers = finding.isOfServers() ? summary.servers() : 0;
    bars.draw(finding.targets(), summary.targets(), finding.servers(), servers);
    bars.number(finding.targets(), summary.targets());
    if (finding.isOfServers()) {
      bars.number(finding.servers(), servers);
    } else {
      html.open("td", "class", "num").close("td");
    }
    html.close("tr");
  }
}
