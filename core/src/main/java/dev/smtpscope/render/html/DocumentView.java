package dev.smtpscope.render.html;

import dev.smtpscope.report.Report;
import java.util.List;
import java.util.stream.IntStream;

/** A file of its own with everything in it. */
record DocumentView(
    String title, String policy, String style, String script, List<ReportView> reports) {
  static DocumentView of(List<Report> reports) {
    List<ReportView> views =
        IntStream.range(0, reports.size())
            .mapToObj(
                i -> ReportView.of("r" + (i + 1), name(reports, i), reports.get(i), Links.NONE))
            .toList();
    String style = ReportHtml.stylesheet();
    String script = ReportHtml.script();
    return new DocumentView(title(views), policy(style, script), style, script, views);
  }

  /** The host, numbered where an earlier report is on the same. */
  private static String name(List<Report> reports, int index) {
    String host = host(reports.get(index));
    long same = reports.subList(0, index).stream().filter(r -> host(r).equals(host)).count();
    return same == 0 ? host : host + " (" + (same + 1) + ")";
  }

  private static String host(Report report) {
    return report.facts().target().host().toString();
  }

  private static String title(List<ReportView> views) {
    return views.size() == 1
        ? views.getFirst().host() + ": smtpscope report"
        : views.size() + " smtpscope reports";
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; style-src "
        + Assets.hash(style)
        + "; script-src "
        + Assets.hash(script)
        + "; base-uri 'none'; form-action 'none'";
  }
}
